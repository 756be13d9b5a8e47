/** Stores of any size and readers for them, to measure what the server bears. */
@org.jspecify.annotations.NullMarked
package dev.annals.load;
