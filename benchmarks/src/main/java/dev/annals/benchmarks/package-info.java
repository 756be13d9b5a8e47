/** JMH benchmarks of every step, and what they are compared with. */
@NullMarked
package dev.annals.benchmarks;

import org.jspecify.annotations.NullMarked;
