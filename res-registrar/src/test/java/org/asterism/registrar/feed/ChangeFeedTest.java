package org.asterism.registrar.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.asterism.core.location.Location;
import org.asterism.core.location.LocationChange;
import org.asterism.core.net.PeerAddress;
import org.asterism.core.testing.Eventually;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChangeFeedTest {
    private static final Duration SHORT = Duration.ofMillis(10);
    /** So long that only closing the feed delivers. */
    private static final Duration LONG = Duration.ofMinutes(1);

    @TempDir
    private Path folder;

    private final BlockingQueue<String> posted = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> authorizations = new LinkedBlockingQueue<>();
    private final Queue<Integer> answers = new ArrayDeque<>();
    private HttpServer server;

    @AfterEach
    void stopServer() {
        if (server != null) {
            server.stop(0);
        }
    }

    @Test
    void shouldAppendLinesThatWaitWhenItIsClosed() throws IOException {
        Path file = folder.resolve("changes.jsonl");
        Files.writeString(file, "before\n");
        ChangeFeed feed = feed(new FeedSettings(file.toString(), LONG));

        feed.accept(change(LocationChange.Kind.REGISTERED, "63001", "127.0.0.7"));
        feed.accept(change(LocationChange.Kind.EXPIRED, "63001", "127.0.0.7"));
        feed.close();

        List<String> lines = Files.readAllLines(file);
        assertThat(lines).hasSize(3);
        assertThat(lines.get(0)).isEqualTo("before");
        assertThat(lines.get(1))
                .matches(
                        "\\{\"time\":\"20[0-9T:.-]+Z\",\"sequence\":1,\"event\":\"registered\",\"technology\":\"IAX2\","
                                + "\"peer\":\"63001\",\"address\":\"127.0.0.7\",\"port\":4569,\"refresh\":60}");
        assertThat(lines.get(2)).contains("\"sequence\":2,\"event\":\"expired\"");
        assertThat(feed.status()).isEqualTo(new FeedStatus(file.toString(), 2, 0, 0, ""));
    }

    @Test
    void shouldPostWithBasicAuthentication() throws Exception {
        String url = serve().replace("//", "//publisher:hush@");
        ChangeFeed feed = feed(new FeedSettings(url, SHORT));

        feed.accept(change(LocationChange.Kind.REGISTERED, "a\"\\\n\u00e9", "::1"));

        assertThat(next(posted))
                .contains("\"peer\":\"a\\\"\\\\\\u000a\\u00e9\"")
                .endsWith("}\n");
        assertThat(next(authorizations)).isEqualTo("Basic cHVibGlzaGVyOmh1c2g=");
        assertThat(feed.status().target()).doesNotContain("hush").contains("****@");
        feed.close();
    }

    @Test
    void shouldOfferAgainWhatWasNotTaken() throws Exception {
        answers.add(503);
        ChangeFeed feed = feed(new FeedSettings(serve(), SHORT));

        feed.accept(change(LocationChange.Kind.REGISTERED, "63001", "127.0.0.7"));

        String refused = next(posted);
        assertThat(refused).contains("\"sequence\":1");
        assertThat(next(posted)).isEqualTo(refused);
        Eventually.await("its answer was seen", () -> feed.status().delivered() == 1);
        feed.close();
        assertThat(feed.status().delivered()).isEqualTo(1);
    }

    @Test
    void shouldSayHowMuchIsMissingWhenTooMuchWaits() throws IOException {
        Path file = folder.resolve("changes.jsonl");
        ChangeFeed feed = feed(new FeedSettings(file.toString(), LONG));
        LocationChange change = change(LocationChange.Kind.REGISTERED, "63001", "127.0.0.7");

        for (int i = 0; i < ChangeFeed.MOST_WAITING + 5; i++) {
            feed.accept(change);
        }
        feed.close();

        assertThat(feed.status().lost()).isEqualTo(5);
        assertThat(Files.readAllLines(file).getLast())
                .endsWith("\"sequence\":" + (ChangeFeed.MOST_WAITING + 5) + ",\"event\":\"lost\",\"count\":5}");
    }

    @Test
    void shouldNotTellThePasswordOfABadUrl() {
        assertThatThrownBy(() -> FeedSettings.of("https://publisher:hush@", folder, SHORT))
                .hasMessageContaining("https://host/path")
                .hasMessageNotContaining("hush");
        assertThat(FeedSettings.of("https://publisher:hush@example.org/x", folder, SHORT))
                .hasToString("https://****@example.org/x");
        assertThat(FeedSettings.of("changes.jsonl", folder, SHORT).target())
                .isEqualTo(folder.resolve("changes.jsonl").toString());
    }

    /** A server that gives the prepared answers in turn, then 204. */
    private String serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String authorization = exchange.getRequestHeaders().getFirst("Authorization");
            authorizations.add(authorization == null ? "" : authorization);
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Integer answer = answers.poll();
            posted.add(body); // before the answer: it is there when the feed counts it as delivered
            exchange.sendResponseHeaders(answer == null ? 204 : answer, -1);
            exchange.close();
        });
        server.start();
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/changes";
    }

    private static ChangeFeed feed(FeedSettings settings) {
        return new ChangeFeed(settings, LONG);
    }

    private static String next(BlockingQueue<String> queue) throws InterruptedException {
        String text = queue.poll(60, TimeUnit.SECONDS);
        assertThat(text).isNotNull();
        return text;
    }

    private static LocationChange change(LocationChange.Kind kind, String name, String address) {
        PeerAddress at = PeerAddress.of(address, 4569);
        return new LocationChange(kind, new Location("IAX2", name, at, 60, 0));
    }
}
