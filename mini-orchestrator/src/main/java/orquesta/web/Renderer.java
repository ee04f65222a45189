package orquesta.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import orquesta.text.Message;

/** Makes HTML of what a page shows; the templates escape whatever it holds. */
final class Renderer {
    private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);

    /** A page of this template, as bytes in UTF-8. */
    byte[] html(String template, Map<String, Object> page) {
        StringOutput html = new StringOutput();
        templates.render(template, page, html);
        return html.toString().getBytes(StandardCharsets.UTF_8);
    }

    void send(Context context, byte[] page) {
        context.contentType("text/html; charset=utf-8").result(page);
    }

    /** A page that says one thing, and the way home. */
    void say(Context context, Look look, Message said) {
        send(context, html("missing.jte", Map.of("look", look, "said", said)));
    }
}
