import eu.europa.esig.dss.model.FileDocument;
import eu.europa.esig.dss.simplereport.SimpleReport;
import eu.europa.esig.dss.spi.DSSUtils;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.List;
import java.util.Locale;

/**
 * SignatureJudge TRUST FILE...: what EU DSS says of every signature, one line each, tab separated: file, format,
 * indication, sub-indication. TRUST is a PEM file of trust anchors, or "-" for none. Files without a signature give
 * "none", files that cannot be read "error". No address is ever asked: revocation and missing issuers stay unknown.
 */
public final class SignatureJudge {

    /** Changes after signing: the European policy only warns of them, a judge of our own files must not. */
    private static final List<String> FATAL =
            List.of("DocMDP", "FieldMDP", "SigFieldLock", "UndefinedChanges", "PdfVisualDifference", "ByteRangeCollision");

    public static void main(String[] words) throws Exception {
        CommonTrustedCertificateSource anchors = new CommonTrustedCertificateSource();
        if (!words[0].equals("-")) {
            try (InputStream in = Files.newInputStream(Path.of(words[0]))) {
                for (Certificate c : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                    anchors.addCertificate(DSSUtils.loadCertificate(c.getEncoded()));
                }
            }
        }
        String policy = policy();
        for (int i = 1; i < words.length; i++) judge(words[i], anchors, policy);
    }

    private static void judge(String file, CommonTrustedCertificateSource anchors, String policy) {
        try {
            SignedDocumentValidator validator = SignedDocumentValidator.fromDocument(new FileDocument(new File(file)));
            CommonCertificateVerifier verifier = new CommonCertificateVerifier();
            verifier.setTrustedCertSources(anchors);
            verifier.setAIASource(null);
            validator.setCertificateVerifier(verifier);
            validator.setLocale(Locale.ENGLISH);
            SimpleReport report = validator.validateDocument(
                    new ByteArrayInputStream(policy.getBytes(StandardCharsets.UTF_8))).getSimpleReport();
            if (report.getSignatureIdList().isEmpty()) print(file, "none", "-", "-");
            for (String id : report.getSignatureIdList()) {
                print(file, String.valueOf(report.getSignatureFormat(id)), String.valueOf(report.getIndication(id)),
                        report.getSubIndication(id) == null ? "-" : report.getSubIndication(id).name());
            }
        } catch (Exception | StackOverflowError | OutOfMemoryError e) {
            print(file, "error", e.getClass().getSimpleName(), String.valueOf(e.getMessage()).replaceAll("\\s+", " "));
        }
    }

    private static String policy() throws Exception {
        try (InputStream in = SignatureJudge.class.getResourceAsStream("/policy/constraint.xml")) {
            String xml = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            for (String constraint : FATAL) {
                xml = xml.replace("<" + constraint + " Level=\"WARN\"", "<" + constraint + " Level=\"FAIL\"");
            }
            return xml;
        }
    }

    private static void print(String... cells) {
        System.out.println(String.join("\t", cells));
    }
}
