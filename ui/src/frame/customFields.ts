/** Fields of the user's own: several rooms ask for them. */
import { queryOptions } from "@tanstack/react-query";
import { core } from "../host/core";

export const customFields = queryOptions({ queryKey: ["people", "fields"], queryFn: () => core.people.fields(), meta: { topics: ["people"] } });
