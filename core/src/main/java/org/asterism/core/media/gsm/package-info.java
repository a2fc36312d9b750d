/**
 * GSM 06.10 full-rate speech (ETSI EN 300 961): 20 ms of 8 kHz audio in 33 bytes. Written from the standard's description in fixed
 * point, whose results are defined to the bit.
 */
@NullMarked
package org.asterism.core.media.gsm;

import org.jspecify.annotations.NullMarked;
