package dev.annals.annotation;

/** Whether a role is held, was held ("former"), or is to come ("-elect"). */
public enum RoleTense {
  CURRENT(""),
  FORMER("former "),
  COMING("to be ");

  private final String before;

  RoleTense(String before) {
    this.before = before;
  }

  /** A role as it is shown to readers: {@code former mayor}. */
  public String told(String role) {
    return before + role;
  }
}
