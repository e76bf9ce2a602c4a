"""Prints, as JSON, what CloudFormation makes of a SAM template.

Usage: transform.py TEMPLATE PARAMETERS, where PARAMETERS is a JSON object of strings. Needs the package aws-sam-translator;
calls nobody. Ends with 3 where that package is missing and with 1 where the template is refused.
"""

import json
import os
import sys

try:
    from samtranslator.model.exceptions import InvalidDocumentException
    from samtranslator.translator.transform import transform
    from samtranslator.yaml_helper import yaml_parse
except ImportError as missing:
    print(missing, file=sys.stderr)
    sys.exit(3)

PSEUDO_PARAMETERS = {
    "AWS::AccountId": "123456789012",
    "AWS::Partition": "aws",
    "AWS::Region": "eu-central-1",
    "AWS::StackName": "dyn53",
    "AWS::URLSuffix": "amazonaws.com",
}


class NoManagedPolicies:
    """dyn53 names every permission itself: a template that leans on one of AWS's policies fails here."""

    def load(self):
        return {}


def main(template_path, parameters):
    os.environ["AWS_DEFAULT_REGION"] = PSEUDO_PARAMETERS["AWS::Region"]
    with open(template_path, encoding="utf-8") as file:
        template = yaml_parse(file.read())
    # The translator takes only uploaded code; `sam deploy` puts the jar's address here.
    template["Globals"]["Function"]["CodeUri"] = "s3://bucket/dyn53-functions.jar"
    defaults = {
        name: parameter["Default"] for name, parameter in template["Parameters"].items() if "Default" in parameter
    }
    json.dump(transform(template, {**defaults, **PSEUDO_PARAMETERS, **parameters}, NoManagedPolicies()), sys.stdout)


try:
    main(sys.argv[1], json.loads(sys.argv[2]))
except InvalidDocumentException as refused:
    for cause in refused.causes:
        print(cause.message, file=sys.stderr)
    sys.exit(1)
