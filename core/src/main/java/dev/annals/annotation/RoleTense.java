package dev.annals.annotation;

/** Whether a role is held, was held ("former"), or is to come ("-elect"). */
public enum RoleTense {
  CURRENT,
  FORMER,
  COMING
}
