/** Whom the page is about: what is done from anywhere (logging, writing) begins with them. */
import { useEffect } from "react";
import type { NamedPerson } from "../bindings/NamedPerson";

let shown: readonly NamedPerson[] = [];

/** Says whom the page is about while it is on the screen. */
export function useInView(person: NamedPerson | undefined): void {
  const id = person?.id;
  const name = person?.name;
  useEffect(() => {
    if (id === undefined || name === undefined) return;
    const own = [{ id, name }];
    shown = own;
    return () => {
      if (shown === own) shown = [];
    };
  }, [id, name]);
}

/** Whom the page is about: one, or nobody. */
export const inView = (): readonly NamedPerson[] => shown;
