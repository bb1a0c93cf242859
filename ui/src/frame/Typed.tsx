/** Stands around the rooms while the vault is open: brings back what was typed before, and keeps what is typed now. */
import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useEffect, useState } from "react";
import { core } from "../host/core";
import { beKept, bringBack, forgetAll, keepTyped } from "./typed";

export function Typed({ children }: { children: ReactNode }) {
  const client = useQueryClient();
  const [ready, setReady] = useState(false);
  useEffect(() => {
    let here = true;
    const begin = (text: string) => {
      if (!here) return;
      bringBack(client, text);
      beKept(keepTyped(client, text));
      setReady(true);
    };
    // Without an answer there is nothing to bring back; the rooms open all the same.
    core.settings.typed().then(({ text }) => begin(text), () => begin(""));
    return () => {
      here = false;
      beKept(null);
      // The rooms are off the screen: the vault is locked.
      forgetAll(client);
    };
  }, [client]);
  return ready ? children : null;
}
