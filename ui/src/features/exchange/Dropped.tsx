/** A file dropped anywhere on the window opens the look at what it would bring. */
import { useNavigate } from "@tanstack/react-router";
import { useEffect } from "react";
import { shell } from "../../host/shell";
import { choose } from "./file";

export function Dropped() {
  const navigate = useNavigate();
  useEffect(
    () =>
      shell.onDropped(([path]) => {
        if (!path) return;
        choose(path);
        void navigate({ to: "/exchange" });
      }),
    [navigate],
  );
  return null;
}
