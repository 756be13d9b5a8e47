package dev.annals.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Asks a server on this machine, with or without the token that changes need. */
final class Visitor {

  static final String TOKEN = "a-token-of-good-length";
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final WebServer server;

  Visitor(WebServer server) {
    this.server = server;
  }

  HttpResponse<String> ask(String method, String path, String body, boolean token)
      throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + path))
            .method(method, HttpRequest.BodyPublishers.ofString(body));
    if (token) {
      request.header("Authorization", "Bearer " + TOKEN);
    }
    if (!path.startsWith("/api/") && method.equals("POST")) {
      request.header("Content-Type", "application/x-www-form-urlencoded");
    }
    return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  static JsonNode json(HttpResponse<String> answer) throws IOException {
    return new ObjectMapper().readTree(answer.body());
  }
}
