/** The way to the core from an ordinary browser: the loopback bridge of the end-to-end tests, on the page's own origin. */
import { CommandFailure, toFailure } from "./failure";
import { topicsOf, type Transport } from "./transport";

export const bridge: Transport = {
  async call(room, verb, input) {
    const answer = await fetch(`/call/${room}/${verb}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(input ?? null),
    });
    const body: unknown = await answer.json().catch(() => {
      throw new CommandFailure("broken");
    });
    if (!answer.ok) throw toFailure(body);
    return body;
  },
  listen(hear) {
    const source = new EventSource("/news");
    let dropped = false;
    source.onmessage = (event: MessageEvent<string>) => hear(topicsOf(JSON.parse(event.data)));
    source.onerror = () => {
      dropped = true;
    };
    source.onopen = () => {
      if (dropped) hear(null);
      dropped = false;
    };
    return () => source.close();
  },
};
