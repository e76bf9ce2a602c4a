"""Runs handler.py against a Runtime API, as AWS's own runtime client for Python does."""

import http.client
import json
import os

from handler import handle

API = "/2018-06-01/runtime/invocation/"


def main():
    connection = http.client.HTTPConnection(os.environ["AWS_LAMBDA_RUNTIME_API"])
    while True:
        connection.request("GET", API + "next")
        response = connection.getresponse()
        event = json.loads(response.read())
        invocation = response.headers["Lambda-Runtime-Aws-Request-Id"]
        reply = json.dumps(handle(event))
        connection.request("POST", API + invocation + "/response", reply)
        connection.getresponse().read()


main()
