package org.asterism.core.dialplan;

import org.asterism.core.channel.DialplanPosition;

/**
 * Why a channel is at extension {@code e}, as EXCEPTION() tells.
 *
 * @param reason such as {@code ERROR}, {@code INVALID}, {@code RESPONSETIMEOUT}, or what RaiseException was given
 * @param at     where the channel was
 */
public record RaisedException(String reason, DialplanPosition at) {}
