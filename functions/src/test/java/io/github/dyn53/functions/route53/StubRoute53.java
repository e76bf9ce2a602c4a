package io.github.dyn53.functions.route53;

import io.github.dyn53.functions.AwsClients;
import io.github.dyn53.functions.StubAws;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.route53.Route53Client;

/** The real client over a stub, and what Route 53 answers. */
final class StubRoute53 {

  static final String CHANGED =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <ChangeResourceRecordSetsResponse xmlns="https://route53.amazonaws.com/doc/2013-04-01/">
      <ChangeInfo><Id>/change/C1</Id><Status>PENDING</Status>
      <SubmittedAt>2026-11-22T10:15:30.123Z</SubmittedAt></ChangeInfo>
      </ChangeResourceRecordSetsResponse>
      """;

  private StubRoute53() {}

  static Route53Client over(StubAws http) {
    return AwsClients.over(http, Region.US_EAST_1).route53();
  }

  static String listed(String recordSets) {
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <ListResourceRecordSetsResponse xmlns="https://route53.amazonaws.com/doc/2013-04-01/">
    <ResourceRecordSets>%s</ResourceRecordSets>
    <IsTruncated>false</IsTruncated><MaxItems>1</MaxItems></ListResourceRecordSetsResponse>
    """
        .formatted(recordSets);
  }

  /** A page that is not the last. */
  static String page(String recordSets, String nextName, String nextType) {
    return listed(recordSets)
        .replace(
            "<IsTruncated>false</IsTruncated>",
            "<IsTruncated>true</IsTruncated><NextRecordName>%s</NextRecordName><NextRecordType>%s</NextRecordType>"
                .formatted(nextName, nextType));
  }

  static String hostedZone(String id, String name) {
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <GetHostedZoneResponse xmlns="https://route53.amazonaws.com/doc/2013-04-01/"><HostedZone>
    <Id>/hostedzone/%s</Id><Name>%s</Name><CallerReference>r</CallerReference></HostedZone>
    </GetHostedZoneResponse>
    """
        .formatted(id, name);
  }

  /** The usual form of an error. */
  static String error(String code, String message) {
    return """
    <?xml version="1.0"?>
    <ErrorResponse xmlns="https://route53.amazonaws.com/doc/2013-04-01/"><Error>
    <Type>Sender</Type><Code>%s</Code><Message>%s</Message></Error>
    <RequestId>b25f48e8-84fd-11e6-80d9-574e0c4664cb</RequestId></ErrorResponse>
    """
        .formatted(code, message);
  }

  /** The form that the API reference documents for one error alone. */
  static String invalidChangeBatch(String message) {
    return """
    <?xml version="1.0"?>
    <InvalidChangeBatch xmlns="https://route53.amazonaws.com/doc/2013-04-01/"><Messages>
    <Message>%s</Message></Messages>
    <RequestId>b25f48e8-84fd-11e6-80d9-574e0c4664cb</RequestId></InvalidChangeBatch>
    """
        .formatted(message);
  }
}
