package io.github.dyn53.emulator.route53;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What no SDK would send. */
class Route53WireTest {
  private static final String SIGNED =
      "Authorization: AWS4-HMAC-SHA256 Credential=x/20261122/us-east-1/route53/aws4_request,"
          + " SignedHeaders=host;x-amz-date, Signature="
          + "0".repeat(64);
  private final ServiceFixture service = ServiceFixture.usual();

  @AfterEach
  void close() {
    service.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          X-Nothing: here                            | 403 | MissingAuthenticationToken
          Authorization: Basic eDp5                  | 403 | IncompleteSignature
          Authorization: AWS4-HMAC-SHA256 Credential=x/20261122/us-east-1/s3/aws4_request, SignedHeaders=host, Signature=0000000000000000000000000000000000000000000000000000000000000000 | 403 | SignatureDoesNotMatch
          Authorization: AWS4-HMAC-SHA256 Credential=x/20261122/us-east-1/route53/aws4_request, SignedHeaders=host, Signature=00 | 403 | IncompleteSignature
          """)
  void refusesRequestThatIsNotSigned(String header, int status, String code) throws IOException {
    assertThat(send("GET", "/2013-04-01/hostedzone", header, ""))
        .startsWith("HTTP/1.1 " + status)
        .contains("<Code>%s</Code>".formatted(code), "x-amzn-RequestId: ", "<RequestId>");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          GET    | /2013-04-01/healthcheck          | 404 | UnknownOperationException
          PUT    | /2013-04-01/hostedzone           | 404 | UnknownOperationException
          GET    | /                                | 404 | UnknownOperationException
          GET    | /2012-12-12/hostedzone           | 404 | UnknownOperationException
          GET    | /2013-04-01/hostedzone?maxitems=x | 400 | InvalidInput
          GET    | /2013-04-01/hostedzone?maxitems=0 | 400 | InvalidInput
          GET    | /2013-04-01/hostedzone?marker=Z0 | 400 | InvalidInput
          GET    | /2013-04-01/hostedzone?marker=%E4%Zx | 400 | InvalidInput
          GET    | /2013-04-01/hostedzone?delegationsetid=N1 | 400 | NoSuchDelegationSet
          GET    | /2013-04-01/hostedzonesbyname?hostedzoneid=Z0 | 400 | InvalidInput
          GET    | /2013-04-01/hostedzonesbyname?dnsname=a..b | 400 | InvalidDomainName
          GET    | /2013-04-01/hostedzonelimit/{zone}/MAX_VPCS_ASSOCIATED_BY_ZONE | 400 | HostedZoneNotPrivate
          GET    | /2013-04-01/testdnsanswer?recordname=a.test | 400 | InvalidInput
          GET    | /2013-04-01/hostedzone/{zone}/rrset?name=a.test&identifier=x | 400 | InvalidInput
          GET    | /2013-04-01/hostedzone/{zone}/rrset?name=a.test&type=HINFO | 400 | InvalidInput
          """)
  void refusesRequestThatMakesNoSense(String method, String path, int status, String code)
      throws IOException {
    assertThat(send(method, path.replace("{zone}", service.zone.id()), SIGNED, ""))
        .startsWith("HTTP/1.1 " + status)
        .contains("<Code>%s</Code>".formatted(code));
  }

  @ParameterizedTest
  @CsvSource({"{zone}", "/hostedzone/{zone}", "%2Fhostedzone%2F{zone}", "hostedzone/{zone}/"})
  void takesIdsWithAndWithoutPrefix(String id) throws IOException {
    assertThat(
            send(
                "GET",
                "/2013-04-01/hostedzone/" + id.replace("{zone}", service.zone.id()),
                SIGNED,
                ""))
        .startsWith("HTTP/1.1 200")
        .contains("<Id>/hostedzone/%s</Id>".formatted(service.zone.id()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <Changes/>                                                   | The content of element 'Changes' is not complete
          <Changes><Change/></Changes>                                 | 'Action' is expected
          <Comment>x</Comment>                                         | 'Changes' is expected
          <Changes><Change><Action>UPSERT</Action><ResourceRecordSet><Name>a.dyn.test</Name><Type>A</Type><TTL>-1</TTL><ResourceRecords><ResourceRecord><Value>192.0.2.1</Value></ResourceRecord></ResourceRecords></ResourceRecordSet></Change></Changes> | Value '-1' of element 'TTL'
          <Changes><Change><Action>UPSERT</Action><ResourceRecordSet><Name>a.dyn.test</Name><Type>A</Type><TTL>2147483648</TTL><ResourceRecords><ResourceRecord><Value>192.0.2.1</Value></ResourceRecord></ResourceRecords></ResourceRecordSet></Change></Changes> | Value '2147483648' of element 'TTL'
          <Changes><Change><Action>UPSERT</Action><ResourceRecordSet><Name>a.dyn.test</Name><Type>A</Type><TTL>1m</TTL><ResourceRecords><ResourceRecord><Value>192.0.2.1</Value></ResourceRecord></ResourceRecords></ResourceRecordSet></Change></Changes> | Value '1m' of element 'TTL'
          <Changes><Change><Action>UPSERT</Action><ResourceRecordSet><Name>a.dyn.test</Name><Type>A</Type><ResourceRecords><ResourceRecord><Value>192.0.2.1</Value></ResourceRecord></ResourceRecords></ResourceRecordSet></Change></Changes> | but found none in Change with [Action=UPSERT, Name=a.dyn.test, Type=A
          <Changes><Change><Action>UPSERT</Action><ResourceRecordSet><Name>a.dyn.test</Name><Type>A</Type><TTL>60</TTL><ResourceRecords/></ResourceRecordSet></Change></Changes> | The content of element 'ResourceRecords' is not complete
          <Changes><Change><Action>PATCH</Action><ResourceRecordSet><Name>a.dyn.test</Name><Type>A</Type></ResourceRecordSet></Change></Changes> | Value 'PATCH' is not facet-valid
          <Changes><Change><Action>UPSERT</Action><ResourceRecordSet><Name>a.dyn.test</Name><Type>HINFO</Type></ResourceRecordSet></Change></Changes> | Value 'HINFO' is not facet-valid
          <Changes><Change><Action>UPSERT</Action><ResourceRecordSet><Name>a.dyn.test</Name><Type>A</Type><SetIdentifier>x</SetIdentifier><Weight>1</Weight></ResourceRecordSet></Change></Changes> | without SetIdentifier
          <Surprise/>                                                  | starting with element 'Surprise'
          """)
  void refusesBatchThatTheSchemaDoesNotAllow(String content, String problem) throws IOException {
    assertThat(change(batch(content)))
        .startsWith("HTTP/1.1 400")
        .contains("<Code>InvalidInput</Code>")
        .contains(problem);
  }

  @Test
  void readsNoDocumentTypesAndNoEntities() throws IOException {
    var body =
        "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>"
            + batch("<Comment>&e;</Comment><Changes/>");

    assertThat(change(body)).startsWith("HTTP/1.1 400").contains("DOCTYPE is disallowed");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          ``
          not xml
          <ChangeResourceRecordSetsRequest/>
          <ChangeResourceRecordSetsRequest xmlns="https://route53.amazonaws.com/doc/2013-04-01/">
          """)
  void refusesBodyThatIsNoSuchDocument(String body) throws IOException {
    assertThat(change(body)).startsWith("HTTP/1.1 400").contains("<Code>InvalidInput</Code>");
  }

  @Test
  void refusesBodyThatIsFarTooLarge() throws IOException {
    assertThat(change(" ".repeat((4 << 20) + 1)))
        .startsWith("HTTP/1.1 400")
        .contains("larger than 4194304 bytes");
  }

  private static String batch(String content) {
    return "<ChangeResourceRecordSetsRequest xmlns=\"https://route53.amazonaws.com/doc/2013-04-01/\"><ChangeBatch>"
        + content
        + "</ChangeBatch></ChangeResourceRecordSetsRequest>";
  }

  private String change(String body) throws IOException {
    return send("POST", "/2013-04-01/hostedzone/" + service.zone.id() + "/rrset/", SIGNED, body);
  }

  private String send(String method, String path, String header, String body) throws IOException {
    try (var socket = new Socket(service.uri().getHost(), service.uri().getPort())) {
      socket.setSoTimeout(10_000);
      var request =
          "%s %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n%s\r\nContent-Length: %d\r\n\r\n%s"
              .formatted(method, path, header, body.length(), body);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
