/** Tests of the job, most of them on a small cluster in this process. */
@NullMarked
package dev.annals.flink;

import org.jspecify.annotations.NullMarked;
