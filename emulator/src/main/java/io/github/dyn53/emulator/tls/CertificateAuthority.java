package io.github.dyn53.emulator.tls;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * Makes certificates that strict clients accept: RFC 5280 section 4.2, with every extension that
 * OpenSSL, GnuTLS and Apple's rules ask for.
 */
final class CertificateAuthority {

  private static final Duration AUTHORITY_LIFE = Duration.ofDays(3650);

  /** Apple's clients refuse more than 825 days, public authorities more than 398. */
  private static final Duration SERVER_LIFE = Duration.ofDays(397);

  /** Clocks differ; a certificate made this minute must be valid for a client that is slow. */
  private static final Duration HEAD_START = Duration.ofHours(1);

  private static final X500Name AUTHORITY = new X500Name("CN=dyn53 emulator CA,O=dyn53 emulator");

  private CertificateAuthority() {}

  /** A new authority that can sign server certificates and nothing else. */
  static Identity create(Instant now) throws GeneralSecurityException, IOException {
    KeyPair keys = newKeys();
    var extensions = new JcaX509ExtensionUtils();
    var builder = certificate(AUTHORITY, keys, now, AUTHORITY_LIFE);
    builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
    builder.addExtension(
        Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
    builder.addExtension(
        Extension.subjectKeyIdentifier,
        false,
        extensions.createSubjectKeyIdentifier(keys.getPublic()));
    return new Identity(keys.getPrivate(), sign(builder, keys.getPrivate()));
  }

  /** A new certificate for {@code names}, signed by {@code authority}. */
  static Identity createServer(Identity authority, ServerNames names, Instant now)
      throws GeneralSecurityException, IOException {
    KeyPair keys = newKeys();
    var extensions = new JcaX509ExtensionUtils();
    var builder = certificate(new X500Name("CN=localhost"), keys, now, SERVER_LIFE);
    builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
    builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
    builder.addExtension(
        Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
    builder.addExtension(Extension.subjectAlternativeName, false, names.extension());
    builder.addExtension(
        Extension.subjectKeyIdentifier,
        false,
        extensions.createSubjectKeyIdentifier(keys.getPublic()));
    builder.addExtension(
        Extension.authorityKeyIdentifier,
        false,
        extensions.createAuthorityKeyIdentifier(authority.certificate().getPublicKey()));
    return new Identity(keys.getPrivate(), sign(builder, authority.key()));
  }

  private static KeyPair newKeys() throws GeneralSecurityException {
    var generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    return generator.generateKeyPair();
  }

  private static JcaX509v3CertificateBuilder certificate(
      X500Name subject, KeyPair keys, Instant now, Duration life) {
    return new JcaX509v3CertificateBuilder(
        AUTHORITY,
        // 64 random bits at least (CA/Browser Forum 7.1); positive and short of 20 octets.
        new BigInteger(120, new SecureRandom()).setBit(120),
        Date.from(now.minus(HEAD_START)),
        Date.from(now.plus(life)),
        subject,
        keys.getPublic());
  }

  private static X509Certificate sign(JcaX509v3CertificateBuilder builder, PrivateKey signer)
      throws GeneralSecurityException {
    try {
      var signature = new JcaContentSignerBuilder("SHA256withECDSA").build(signer);
      return new JcaX509CertificateConverter().getCertificate(builder.build(signature));
    } catch (OperatorCreationException e) {
      throw new GeneralSecurityException("could not sign a certificate", e);
    }
  }
}
