package dev.annals.annotation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/**
 * Reads labelled names, one token a line. The sources' own kinds of names are mapped to ours here
 * and nowhere else.
 */
final class NameCorpus {

  /**
   * Facilities are places; nationalities, religions, products, events and works are other names;
   * dates and sums of money are no names.
   */
  private static final Map<String, Integer> KINDS =
      Map.ofEntries(
          Map.entry("PER", 0),
          Map.entry("Person", 0),
          Map.entry("ORG", 1),
          Map.entry("Organization", 1),
          Map.entry("LOC", 2),
          Map.entry("Location", 2),
          Map.entry("Facility", 2),
          Map.entry("MISC", 3),
          Map.entry("Misc", 3),
          Map.entry("NORP", 3),
          Map.entry("Product", 3));

  private NameCorpus() {}

  /** Four columns, documents opened by DOCSTART. */
  static List<NamedDocument> conll(Path file) throws IOException {
    return read(file, true);
  }

  /** Two or three columns with tabs, documents opened by their address. */
  static List<NamedDocument> worldwide(Path file) throws IOException {
    return read(file, false);
  }

  private static List<NamedDocument> read(Path file, boolean conll) throws IOException {
    var documents = new ArrayList<NamedDocument>();
    var current = new Builder();
    try (var in =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        String[] fields = line.strip().split(conll ? " +" : "\t");
        String label = fields[fields.length == 1 || conll ? fields.length - 1 : 1].strip();
        boolean opens =
            conll
                ? line.startsWith("-DOCSTART-")
                : line.startsWith("http") && label.equals("O") && fields[0].contains("://");
        if (opens) {
          current.closeDocument(documents);
        } else if (line.isBlank()) {
          current.closeLine();
        } else {
          current.add(fields[0].strip(), label, conll ? fields[1] : null);
        }
      }
    }
    current.closeDocument(documents);
    return documents;
  }

  private static final class Builder {
    private final StringBuilder text = new StringBuilder();
    private List<NamedDocument.Name> names = new ArrayList<>();
    private Map<Integer, String> parts = new HashMap<>();
    private int start = -1;
    private int end;
    private String kind = "";
    private boolean lineOpen;

    void add(String token, String label, @org.jspecify.annotations.Nullable String part) {
      if (lineOpen) {
        text.append(' ');
      }
      lineOpen = true;
      int at = text.length();
      text.append(token);
      if (part != null) {
        parts.put(at, part);
      }
      String own = label.length() > 2 ? label.substring(2) : "";
      if (start >= 0 && (label.startsWith("B-") || !own.equals(kind))) {
        closeName();
      }
      if (!own.isEmpty()) {
        if (start < 0) {
          start = at;
          kind = own;
        }
        end = text.length();
      }
    }

    void closeName() {
      Integer known = KINDS.get(kind);
      if (start >= 0 && known != null) {
        names.add(new NamedDocument.Name(start, end, known));
      }
      start = -1;
      kind = "";
    }

    void closeLine() {
      closeName();
      if (lineOpen) {
        text.append('\n');
        lineOpen = false;
      }
    }

    void closeDocument(List<NamedDocument> documents) {
      closeLine();
      if (!text.toString().isBlank()) {
        documents.add(new NamedDocument(text.toString(), List.copyOf(names), Map.copyOf(parts)));
      }
      text.setLength(0);
      names = new ArrayList<>();
      parts = new HashMap<>();
    }
  }
}
