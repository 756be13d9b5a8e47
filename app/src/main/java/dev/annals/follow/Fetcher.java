package dev.annals.follow;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.SocketException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Makes requests, each to an address that was checked: names are looked up here, every address is
 * shown to the {@link AddressGuard}, and the connection goes to one that passed. There is no second
 * look-up that could give another answer. Bodies are bounded in size and time. One connection per
 * host is held.
 */
final class Fetcher implements Fetching, Closeable {

  private static final int HEADERS = 200;
  private static final int HEADER_LENGTH = 16 << 10;

  /** What is read of the body of an answer that is no success: nobody looks at it. */
  private static final int ERROR_BODY = 64 << 10;

  /** Addresses of one host that are tried; a name may have thousands, each with its wait. */
  private static final int ADDRESSES = 3;

  private final FollowSettings settings;
  private final AddressGuard guard;
  private final NameResolver names;
  private final @Nullable HttpHost proxy;
  private final CloseableHttpClient client;
  private final ScheduledThreadPoolExecutor deadlines;

  Fetcher(FollowSettings settings, NameResolver names) {
    this(settings, names, null);
  }

  /**
   * As above, for hosts whose certificates are vouched for by others than the machine trusts.
   *
   * @param trust what vouches for certificates, or null for what the machine trusts
   */
  Fetcher(FollowSettings settings, NameResolver names, @Nullable SSLContext trust) {
    this.settings = settings;
    this.names = names;
    this.guard =
        new AddressGuard(settings.allowedAddresses().stream().map(AddressBlock::of).toList());
    this.proxy = proxy(settings.proxy());
    this.deadlines =
        new ScheduledThreadPoolExecutor(
            1,
            task -> {
              var thread = new Thread(task, "annals-deadlines");
              thread.setDaemon(true);
              return thread;
            });
    deadlines.setRemoveOnCancelPolicy(true);
    this.client = client(trust);
  }

  private static @Nullable HttpHost proxy(@Nullable String text) {
    if (text == null) {
      return null;
    }
    int colon = text.lastIndexOf(':');
    try {
      return new HttpHost(text.substring(0, colon), Integer.parseInt(text.substring(colon + 1)));
    } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
      throw new IllegalArgumentException("a proxy is written host:port, not " + text, e);
    }
  }

  private CloseableHttpClient client(@Nullable SSLContext trust) {
    Timeout most = Timeout.of(settings.answerTime());
    Timeout connect = Timeout.of(settings.answerTime().dividedBy(ADDRESSES));
    var connections =
        PoolingHttpClientConnectionManagerBuilder.create()
            .setDnsResolver(new CheckedNames())
            .setTlsSocketStrategy(trust == null ? null : new DefaultClientTlsStrategy(trust))
            .setMaxConnTotal(settings.connections())
            .setMaxConnPerRoute(proxy == null ? 1 : settings.connections())
            .setPoolConcurrencyPolicy(PoolConcurrencyPolicy.LAX)
            .setConnectionFactory(
                ManagedHttpClientConnectionFactory.builder()
                    .http1Config(
                        Http1Config.custom()
                            .setMaxHeaderCount(HEADERS)
                            .setMaxLineLength(HEADER_LENGTH)
                            .setMaxEmptyLineCount(4)
                            .build())
                    .build())
            .setDefaultConnectionConfig(
                ConnectionConfig.custom()
                    .setConnectTimeout(connect)
                    .setSocketTimeout(most)
                    .setValidateAfterInactivity(TimeValue.ofMilliseconds(100))
                    .build())
            .build();
    var builder =
        HttpClients.custom()
            .setConnectionManager(connections)
            .setDefaultRequestConfig(
                RequestConfig.custom()
                    .setConnectionRequestTimeout(most)
                    .setResponseTimeout(most)
                    .setRedirectsEnabled(false)
                    .build())
            .setUserAgent(settings.agent())
            .disableRedirectHandling()
            .disableAutomaticRetries()
            .disableContentCompression()
            .disableCookieManagement()
            .disableAuthCaching()
            .evictIdleConnections(TimeValue.ofSeconds(15));
    if (proxy != null) {
      builder.setProxy(proxy);
    }
    return builder.build();
  }

  @Override
  public Answer get(Fetch fetch) throws IOException {
    var request = new HttpGet(checkedUri(fetch.url()));
    request.setHeader("Accept-Encoding", "gzip, br");
    request.setHeader(
        "Accept",
        "text/html, application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9,"
            + " */*;q=0.5");
    if (fetch.etag() != null) {
      request.setHeader("If-None-Match", fetch.etag());
    }
    if (fetch.lastModified() != null) {
      request.setHeader("If-Modified-Since", fetch.lastModified());
    }
    return send(request, fetch);
  }

  /** Sends something, as a webhook. */
  Answer post(String url, String type, byte[] body, List<Header> headers) throws IOException {
    var request = new HttpPost(checkedUri(url));
    headers.forEach(request::addHeader);
    request.setEntity(new ByteArrayEntity(body, ContentType.parse(type)));
    return send(request, new Fetch(url, null, null, ERROR_BODY, true));
  }

  private URI checkedUri(String url) throws FetchException {
    String normal = WebUrl.of(url);
    if (normal == null) {
      throw new FetchException(FetchProblem.URL, url);
    }
    URI uri = URI.create(normal);
    if (proxy != null) {
      checkBehindProxy(uri.getHost());
    }
    return uri;
  }

  /**
   * Through a proxy it is the proxy that looks names up. What can be known here is refused all the
   * same: addresses in digits, and names that this machine knows.
   */
  private void checkBehindProxy(String host) throws FetchException {
    try {
      checked(bare(host));
    } catch (UnknownHostException e) {
      // known to the proxy alone
    }
  }

  private static String bare(String host) {
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  private Answer send(HttpUriRequestBase request, Fetch fetch) throws IOException {
    String url = fetch.url();
    var late = new AtomicBoolean();
    var deadline =
        deadlines.schedule(
            () -> {
              late.set(true);
              request.cancel();
            },
            settings.answerTime().toMillis(),
            TimeUnit.MILLISECONDS);
    try {
      return client.execute(request, response -> answer(request, response, fetch));
    } catch (FetchException e) {
      request.cancel();
      throw late.get() ? tooSlow(url) : e;
    } catch (IOException e) {
      throw late.get() ? tooSlow(url) : problem(e, url);
    } catch (IllegalStateException | IllegalArgumentException e) {
      throw new FetchException(FetchProblem.FORM, url + ": " + e.getMessage());
    } finally {
      deadline.cancel(false);
    }
  }

  private FetchException tooSlow(String url) {
    return new FetchException(
        FetchProblem.TIME,
        url + ": no whole answer in " + settings.answerTime().toSeconds() + " s");
  }

  private static FetchException problem(IOException e, String url) {
    Throwable cause = e;
    while (!(cause instanceof FetchException) && cause.getCause() != null) {
      cause = cause.getCause();
    }
    if (cause instanceof FetchException known) {
      return known;
    }
    FetchProblem problem =
        e instanceof UnknownHostException
            ? FetchProblem.NAME
            : e instanceof SSLException
                ? FetchProblem.TLS
                : e instanceof InterruptedIOException
                    ? FetchProblem.TIME
                    : e instanceof SocketException ? FetchProblem.CONNECT : FetchProblem.FORM;
    return new FetchException(problem, url + ": " + oneLine(e));
  }

  private static String oneLine(IOException e) {
    String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    String line = message.replace('\n', ' ').replace('\r', ' ');
    return line.length() > 200 ? line.substring(0, 200) : line;
  }

  private static Answer answer(
      HttpUriRequestBase request, ClassicHttpResponse response, Fetch fetch)
      throws IOException, HttpException {
    String url = fetch.url();
    int most = fetch.most();
    var headers = new HashMap<String, String>();
    for (Header header : response.getHeaders()) {
      headers.putIfAbsent(
          header.getName().toLowerCase(Locale.ROOT),
          header.getValue() == null ? "" : header.getValue());
    }
    int status = response.getCode();
    boolean wanted = status >= 200 && status < 300;
    HttpEntity entity = response.getEntity();
    if (entity == null || !wanted) {
      drop(request, entity);
      return new Answer(url, status, headers, new byte[0], 0);
    }
    if (entity.getContentLength() > most && !fetch.clip()) {
      request.cancel();
      throw new FetchException(
          FetchProblem.SIZE, url + ": " + entity.getContentLength() + " bytes");
    }
    try (InputStream in = entity.getContent()) {
      var body = BoundedBody.read(in, headers.get("content-encoding"), most, fetch.clip());
      if (body.bytes().length == most) {
        request.cancel(); // clipped, maybe
      }
      return new Answer(url, status, headers, body.bytes(), body.wire());
    } catch (FetchException e) {
      request.cancel(); // or closing the stream would read on to its end
      throw new FetchException(e.problem(), url + ": " + e.getMessage());
    }
  }

  /** Reads a body that nobody wants where it is short, so that the connection can be used again. */
  private static void drop(HttpUriRequestBase request, @Nullable HttpEntity entity)
      throws IOException {
    if (entity == null) {
      return;
    }
    InputStream in = entity.getContent();
    if (in != null && in.readNBytes(ERROR_BODY).length == ERROR_BODY) {
      request.cancel();
    }
  }

  @Override
  public void close() throws IOException {
    deadlines.shutdownNow();
    client.close();
  }

  /** The addresses of a host that may be connected to. */
  private List<InetAddress> checked(String host) throws UnknownHostException, FetchException {
    var passed = new ArrayList<InetAddress>();
    String refusal = "none";
    for (InetAddress address : names.resolve(host)) {
      String reason = guard.refusal(address);
      if (reason == null) {
        passed.add(address);
      } else {
        refusal = address.getHostAddress() + " is " + reason;
      }
    }
    if (passed.isEmpty()) {
      throw new FetchException(FetchProblem.ADDRESS, host + ": " + refusal);
    }
    return passed;
  }

  /** What the client asks right before it connects; it connects to what this gives. */
  private final class CheckedNames implements DnsResolver {

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
      if (proxy != null && host.equals(proxy.getHostName())) {
        return names.resolve(host).toArray(InetAddress[]::new);
      }
      try {
        return checked(bare(host)).stream().limit(ADDRESSES).toArray(InetAddress[]::new);
      } catch (FetchException e) {
        var refused = new UnknownHostException(e.getMessage());
        refused.initCause(e);
        throw refused;
      }
    }

    @Override
    public String resolveCanonicalHostname(String host) {
      return host;
    }
  }
}
