package org.asterism.registrar.feed;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** POSTs batches as {@code application/x-ndjson}. A user name and a password in the URL are sent as basic authentication. */
final class HttpTarget implements FeedTarget {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(LIMIT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final URI uri;
    private final @Nullable String credentials;
    private final String name;

    /** @param url as {@link #requireUrl} wants it */
    HttpTarget(String url) {
        URI parsed = requireUrl(url);
        String userInfo = parsed.getUserInfo();
        credentials = userInfo == null
                ? null
                : "Basic " + Base64.getEncoder().encodeToString(userInfo.getBytes(StandardCharsets.UTF_8));
        uri = userInfo == null ? parsed : requireUrl(url.replaceFirst("//[^/]*@", "//"));
        name = userInfo == null ? url : uri.toString().replaceFirst("//", "//****@");
    }

    @Override
    public void deliver(List<String> lines) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .timeout(LIMIT)
                .header("Content-Type", "application/x-ndjson")
                .POST(HttpRequest.BodyPublishers.ofString(String.join("\n", lines) + "\n"));
        if (credentials != null) {
            request.header("Authorization", credentials);
        }
        int status = client.send(request.build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
        if (status < 200 || status > 299) {
            throw new IOException("the server answered " + status);
        }
    }

    @Override
    public String name() {
        return name;
    }

    /**
     * Checks a URL.
     *
     * @param url an http or https URL with a host
     * @return the URL
     * @throws IllegalArgumentException it has no host or is none; the message has no password in it
     */
    static URI requireUrl(String url) {
        try {
            URI parsed = URI.create(url);
            if (parsed.getHost() != null) {
                return parsed;
            }
        } catch (IllegalArgumentException _) {
            // The exception has the whole URL in its message.
        }
        throw new IllegalArgumentException("expected a URL such as https://host/path");
    }
}
