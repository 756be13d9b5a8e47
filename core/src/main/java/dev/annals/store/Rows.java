package dev.annals.store;

import dev.annals.annotation.Annotations;
import dev.annals.article.Article;
import dev.annals.record.Correction;
import dev.annals.record.StoryArticle;
import dev.annals.record.StoryRecord;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What rows hold; the same for who reads and who writes. */
final class Rows {

  static final RecordCodec<StoryRecord> RECORDS = RecordCodec.of(StoryRecord.class);
  static final RecordCodec<Correction> CORRECTIONS = RecordCodec.of(Correction.class);

  static final String MEMBERS =
      "select a.content, a.annotations, p.why, (select max(g.gone_at) from page g"
          + " where g.address = a.id and g.state = 'gone'), a.id from placement p"
          + " join article a on a.id = p.article and a.newest = 1 where p.story = ? order by a.seq";

  private Rows() {}

  static StoryArticle member(ResultSet row) throws SQLException {
    return packed(row).unpack();
  }

  /** An article of a story as it is kept. */
  record PackedMember(String id, byte[] article, byte[] annotations, String why, boolean gone) {

    StoryArticle unpack() {
      return new StoryArticle(
          Intake.ARTICLES.decode(article),
          Intake.ANNOTATIONS.decode(annotations),
          why,
          gone ? StoryRecord.GONE : null);
    }
  }

  static PackedMember packed(ResultSet row) throws SQLException {
    return new PackedMember(
        row.getString(5), row.getBytes(1), row.getBytes(2), row.getString(3), row.getLong(4) != 0);
  }

  static ArticleVersion version(ResultSet row) throws SQLException {
    Article article = Intake.ARTICLES.decode(row.getBytes(4));
    Annotations annotations = Intake.ANNOTATIONS.decode(row.getBytes(5));
    return new ArticleVersion(
        article, annotations, row.getInt(1), row.getInt(2) == 1, row.getLong(3));
  }

  /**
   * Writes the row of a version of an article.
   *
   * @param otherwise what to do when there is one already, or nothing
   */
  static void insertArticle(
      Database database, Intake intake, int version, long seq, boolean newest, String otherwise) {
    Article article = intake.article();
    database.update(
        "insert into article (id, version, seq, newest, origin, url, source, title, published,"
            + " language, text_digest, content, annotations)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
            + otherwise,
        article.id(),
        version,
        seq,
        newest ? 1 : 0,
        intake.origin(),
        article.url(),
        article.source(),
        article.title(),
        article.published(),
        article.language(),
        intake.textDigest(),
        intake.packedArticle(),
        intake.packedAnnotations());
  }

  static <T> @Nullable T first(List<T> rows) {
    return rows.isEmpty() ? null : rows.get(0);
  }
}
