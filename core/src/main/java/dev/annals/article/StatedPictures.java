package dev.annals.article;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Pictures as a page's structured data states them, with credits that may stand nowhere else. */
final class StatedPictures {

  private static final int DEEPEST = 5;
  private static final int MOST = 300;
  private static final double SAME = 0.7;
  private static final List<String> CREDIT_FIELDS =
      List.of("creditText", "credit", "copyrightHolder", "author", "creator", "copyrightNotice");

  private final List<JsonNode> pictures = new ArrayList<>();

  private StatedPictures() {}

  static StatedPictures of(JsonLd data) {
    var stated = new StatedPictures();
    for (JsonNode object : data.objects()) {
      stated.collect(object, 0);
    }
    return stated;
  }

  private void collect(JsonNode node, int level) {
    if (level > DEEPEST || pictures.size() >= MOST) {
      return;
    }
    if (node.isObject() && JsonLd.types(node).contains("ImageObject")) {
      pictures.add(node);
    }
    if (node.isObject() || node.isArray()) {
      for (JsonNode child : node) {
        if (child.isContainerNode()) {
          collect(child, level + 1);
        }
      }
    }
  }

  /** The picture with this caption, else the one whose file is shown, or null. */
  @Nullable JsonNode find(String caption, @Nullable String src) {
    for (JsonNode picture : pictures) {
      for (String field : List.of("caption", "description")) {
        String stated = JsonLd.text(picture, field);
        if (stated != null
            && HtmlMetadata.agreement(HtmlMetadata.words(stated), HtmlMetadata.words(caption))
                >= SAME) {
          return picture;
        }
      }
    }
    return ofFile(src);
  }

  /** The caption that is stated of the picture whose file is shown, or nothing. */
  String caption(@Nullable String src) {
    JsonNode picture = pictures.isEmpty() ? null : ofFile(src);
    String caption = JsonLd.text(picture, "caption");
    return caption == null ? "" : caption;
  }

  private @Nullable JsonNode ofFile(@Nullable String src) {
    String file = file(src);
    for (JsonNode picture : pictures) {
      for (String field : List.of("url", "contentUrl", "@id")) {
        if (file != null && file.equals(file(JsonLd.text(picture, field)))) {
          return picture;
        }
      }
    }
    return null;
  }

  /** Who is credited for a picture, or null. */
  static @Nullable CaptionText credit(JsonNode picture) {
    for (String field : CREDIT_FIELDS) {
      for (String name : new JsonLd().names(picture, field)) {
        if (name.length() > 1 && name.length() <= 140 && !name.startsWith("http")) {
          CaptionText line = CaptionText.of("", null);
          line.credit(name);
          return line;
        }
      }
    }
    return null;
  }

  /** The last part of an address's path, when it is long enough to be one picture's alone. */
  private static @Nullable String file(@Nullable String address) {
    if (address == null) {
      return null;
    }
    int end = address.length();
    for (char mark : new char[] {'?', '#'}) {
      int at = address.indexOf(mark);
      end = at >= 0 && at < end ? at : end;
    }
    String file = address.substring(address.lastIndexOf('/', end - 1) + 1, end);
    return file.length() < 8 ? null : file;
  }
}
