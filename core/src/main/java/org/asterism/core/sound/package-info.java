/** What a party can be played and recorded: sound files and where they are found, tones, the players and recorders of applications. */
@NullMarked
package org.asterism.core.sound;

import org.jspecify.annotations.NullMarked;
