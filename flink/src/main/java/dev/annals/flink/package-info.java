/**
 * The steps of the engine as a job for Apache Flink: reading and annotating in parallel, placing in
 * order, compiling story by story. Placing is the same code in the same order as in the engine on
 * one machine, so the stories are the same.
 */
@NullMarked
package dev.annals.flink;

import org.jspecify.annotations.NullMarked;
