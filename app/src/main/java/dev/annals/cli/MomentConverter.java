package dev.annals.cli;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a moment: a day, or a time with or without offset. */
final class MomentConverter implements ITypeConverter<Instant> {

  @Override
  public Instant convert(String value) {
    try {
      if (value.length() <= 10) {
        return LocalDate.parse(value).atStartOfDay().toInstant(ZoneOffset.UTC);
      }
      boolean offset = value.endsWith("Z") || value.lastIndexOf('+') > 10;
      return offset || value.lastIndexOf('-') > 10
          ? OffsetDateTime.parse(value).toInstant()
          : LocalDateTime.parse(value).toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      throw new TypeConversionException("no day or time: " + value);
    }
  }
}
