// Runs in each document before its own scripts: says what no log of the network shows.
(() => {
  const say = globalThis.mapgenVerify;
  addEventListener("securitypolicyviolation", (event) => {
    const where = event.lineNumber ? ` (line ${event.lineNumber})` : "";
    void say("refused", event.effectiveDirective, event.blockedURI + where);
  });
  const told = (kind, what) => ({
    construct(target, args, made) {
      void say("attempt", kind, what(args));
      return Reflect.construct(target, args, made);
    },
    apply(target, self, args) {
      void say("attempt", kind, what(args));
      return Reflect.apply(target, self, args);
    },
  });
  const first = (args) => String(args[0]);
  const peers = (args) => {
    const urls = (args[0]?.iceServers ?? []).flatMap((server) => server.urls);
    return urls.join(", ") || "without a server";
  };
  const wrap = (host, name, kind, what) => {
    if (host?.[name]) host[name] = new Proxy(host[name], told(kind, what));
  };
  wrap(globalThis, "WebTransport", "transport", first);
  wrap(globalThis, "RTCPeerConnection", "peer connection", peers);
  wrap(globalThis.ServiceWorkerContainer?.prototype, "register", "service worker", first);
})();
