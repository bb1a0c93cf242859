/** What a screen should still know when one comes back to it: a filter, words typed but not saved. In memory only, forgotten when the vault is locked; what was typed is kept in the vault meanwhile (`typed.ts`). */
import { skipToken, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";

/** A value that outlives the component. A text that is being typed needs state of its own beside it: this one is told later. */
export function useKept<Value>(key: readonly unknown[], initial: Value): [Value, (to: Value) => void] {
  const client = useQueryClient();
  const queryKey = ["kept", ...key];
  const { data } = useQuery<Value>({ queryKey, queryFn: skipToken, initialData: initial, gcTime: Infinity });
  const keep = (to: Value) => {
    // Without this, what nobody looks at would be dropped after a while.
    client.setQueryDefaults(["kept"], { gcTime: Infinity });
    client.setQueryData(queryKey, to);
  };
  return [data ?? initial, keep];
}

export interface KeptForm<Values> {
  values: Values;
  /** Whether something was typed that is not saved. */
  touched: boolean;
  set: (part: Partial<Values>) => void;
  /** After saving, or when it is thrown away. */
  forget: () => void;
}

/** A form whose typed values survive Esc, a closed dialog and another page; `initial` stands until something is typed. */
export function useKeptForm<Values extends object>(key: readonly unknown[], initial: Values): KeptForm<Values> {
  const [kept, keep] = useKept<Partial<Values> | null>(["form", ...key], null);
  const [typed, setTyped] = useState(kept);
  const put = (to: Partial<Values> | null) => {
    setTyped(to);
    keep(to);
  };
  return {
    values: { ...initial, ...typed },
    touched: typed !== null,
    set: (part) => put({ ...typed, ...part }),
    forget: () => put(null),
  };
}
