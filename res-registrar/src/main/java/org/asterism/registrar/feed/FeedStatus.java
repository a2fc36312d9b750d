package org.asterism.registrar.feed;

/**
 * How a feed does.
 *
 * @param target    where it goes, without a password
 * @param delivered changes that the target took since the feed was opened
 * @param waiting   changes that wait
 * @param lost      changes that were left out because too many waited
 * @param failure   why the target takes nothing just now, empty when it does
 */
public record FeedStatus(String target, long delivered, int waiting, long lost, String failure) {}
