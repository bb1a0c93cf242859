/** Reads of this room. */
import { queryOptions } from "@tanstack/react-query";
import { core } from "../../host/core";

/** What a person bought, and what that comes to. */
export const purchasesOf = (person: string) =>
  queryOptions({ queryKey: ["purchases", "of", person], queryFn: () => core.purchases.ofPerson({ id: person }), meta: { topics: ["purchases", "people"] } });

/** The base currency and the rates into it. */
export const rates = queryOptions({ queryKey: ["purchases", "rates"], queryFn: () => core.purchases.rates(), meta: { topics: ["purchases"] } });
