/** Makes the models of the annotation package from labelled and plain text. */
@org.jspecify.annotations.NullMarked
package dev.annals.annotation;
