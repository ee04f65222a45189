package orquesta.autograder.batch;

import java.io.StringWriter;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import orquesta.autograder.batch.Sheets.Sheet;
import orquesta.autograder.exercise.Bilingual;
import orquesta.autograder.report.Student;
import orquesta.autograder.result.GradeResult;
import orquesta.autograder.result.GradeResult.CheckOutcome;
import orquesta.autograder.result.GradeResult.Checked;
import orquesta.autograder.result.GradeResult.Status;
import orquesta.text.Language;
import orquesta.text.Message;

/**
 * The XML that JUnit made common, which systems of CI show as a list of tests: a suite for each submission and exercise, a
 * case for each check, and one more that says why nothing was run. Of a hidden check it holds no data.
 */
record JunitXml(Language language) {
    /** What no XML may hold, however it is written. */
    private static final Pattern IMPOSSIBLE =
            Pattern.compile("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

    Sheets of(List<GradeResult> results) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("testsuites");
            for (GradeResult result : results) {
                suite(xml, result.forStudent());
            }
            xml.writeEndDocument();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return Sheets.of(List.of(new Sheet("junit.xml", text + "\n")));
    }

    private void suite(XMLStreamWriter xml, GradeResult result) throws XMLStreamException {
        boolean ran = result.status() == Status.GRADED;
        int more = ran ? 0 : 1;
        long error = result.hasMark() ? 0 : 1;
        xml.writeStartElement("testsuite");
        attribute(
                xml, "name", Student.of(result).name() + " " + result.subject().exercise());
        attribute(xml, "tests", String.valueOf(result.checks().size() + more));
        attribute(xml, "failures", String.valueOf(count(result, CheckOutcome.FAILED) + more - error));
        attribute(xml, "errors", String.valueOf(error));
        attribute(xml, "skipped", String.valueOf(count(result, CheckOutcome.NOT_RUN)));
        if (!ran) {
            String why = result.problems().stream()
                    .map(problem -> problem.in(language))
                    .collect(Collectors.joining("\n"));
            begin(xml, result, Message.of("status." + result.status().code()).in(language));
            told(xml, result.hasMark() ? "failure" : "error", result.status().code(), why);
            xml.writeEndElement();
        }
        for (Checked check : result.checks()) {
            check(xml, result, check);
        }
        xml.writeEndElement();
    }

    private void check(XMLStreamWriter xml, GradeResult result, Checked check) throws XMLStreamException {
        begin(xml, result, check.title().in(language));
        if (check.outcome() == CheckOutcome.NOT_RUN) {
            xml.writeEmptyElement("skipped");
        } else if (!check.passed()) {
            Stream<Bilingual> said = Stream.concat(
                    Stream.of(check.intent(), check.failure().what()), check.failure().details().stream());
            String why = said.map(text -> text.in(language)).collect(Collectors.joining("\n"));
            told(xml, "failure", check.failure().difference(), why);
        }
        xml.writeEndElement();
    }

    private static void begin(XMLStreamWriter xml, GradeResult result, String name) throws XMLStreamException {
        xml.writeStartElement("testcase");
        attribute(xml, "classname", result.subject().exercise());
        attribute(xml, "name", name);
    }

    private static void told(XMLStreamWriter xml, String element, String type, String why) throws XMLStreamException {
        xml.writeStartElement(element);
        attribute(xml, "type", type);
        attribute(xml, "message", why.lines().findFirst().orElse(""));
        xml.writeCharacters(possible(why));
        xml.writeEndElement();
    }

    private static void attribute(XMLStreamWriter xml, String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, possible(value));
    }

    private static String possible(String text) {
        return IMPOSSIBLE.matcher(text).replaceAll("·");
    }

    private static long count(GradeResult result, CheckOutcome outcome) {
        return result.checks().stream()
                .filter(check -> check.outcome() == outcome)
                .count();
    }
}
