"""A lean update handler: what dyn53's figures are compared with.

One read, clients made once and used again, no framework. It does less than dyn53: no grants, no IPv6, no history.
"""

import base64
import hashlib
import hmac
import json
import urllib.parse

import boto3
from botocore.config import Config

CONFIG = Config(retries={"mode": "standard"}, connect_timeout=1, read_timeout=1.5)
DYNAMODB = boto3.client("dynamodb", config=CONFIG)
TABLE = "Hosts"
_route53 = None


def route53():
    """Made at the first change: most processes never see one."""
    global _route53
    if _route53 is None:
        _route53 = boto3.client("route53", config=CONFIG)
    return _route53


def handle(event):
    query = dict(urllib.parse.parse_qsl(event["rawQueryString"]))
    hostname = query["hostname"].lower()
    address = query.get("myip") or event["requestContext"]["http"]["sourceIp"]
    found = DYNAMODB.get_item(TableName=TABLE, Key={"name": {"S": hostname}}, ConsistentRead=True)
    host = found.get("Item")
    if host is None or not hmac.compare_digest(host["hash"]["S"], digest(event)):
        return reply(401, "badauth")
    outcome = "nochg"
    if host["published"]["M"]["v4"]["S"] != address:
        publish(host, hostname, address)
        outcome = "good"
    print(json.dumps({"outcome": outcome, "hosts": [hostname]}), flush=True)
    return reply(200, f"{outcome} {address}")


def digest(event):
    kind, shown = event["headers"]["authorization"].split(" ", 1)
    secret = shown if kind == "Bearer" else base64.b64decode(shown).decode().split(":", 1)[1]
    return hashlib.sha256(secret.encode()).hexdigest()


def publish(host, hostname, address):
    """Wish, Route 53, confirm: the calls that dyn53 makes as well."""
    version = int(host["version"]["N"])
    save(hostname, "wanted", address, version)
    record = {
        "Name": hostname,
        "Type": "A",
        "TTL": int(host["ttl"]["N"]),
        "ResourceRecords": [{"Value": address}],
    }
    route53().change_resource_record_sets(
        HostedZoneId=host["zone"]["S"],
        ChangeBatch={"Changes": [{"Action": "UPSERT", "ResourceRecordSet": record}]},
    )
    save(hostname, "published", address, version + 1)


def save(hostname, attribute, address, version):
    DYNAMODB.update_item(
        TableName=TABLE,
        Key={"name": {"S": hostname}},
        UpdateExpression="SET #attribute = :addresses, #version = :next",
        ConditionExpression="#version = :version",
        ExpressionAttributeNames={"#attribute": attribute, "#version": "version"},
        ExpressionAttributeValues={
            ":addresses": {"M": {"v4": {"S": address}}},
            ":version": {"N": str(version)},
            ":next": {"N": str(version + 1)},
        },
    )


def reply(status, line):
    return {
        "statusCode": status,
        "headers": {"content-type": "text/plain", "cache-control": "no-store"},
        "body": line + "\n",
        "isBase64Encoded": False,
    }
