/** What a person agreed to, as every room that would use a channel asks it. */
import { queryOptions, useQuery } from "@tanstack/react-query";
import type { Channel } from "../bindings/Channel";
import type { Permission } from "../bindings/Permission";
import { channels } from "../strings/channels";
import { core } from "../host/core";

export const permissions = (person: string) =>
  queryOptions({ queryKey: ["consent", "of", person], queryFn: () => core.consent.ofPerson({ id: person }), meta: { topics: ["consent", "people"] } });

/** The word that counts for a channel: the newest about it or about every channel, as the core decides it before a letter leaves. */
export function wordOn(words: readonly Permission[], channel: Channel): Permission | undefined {
  const said = words.filter((word) => word.channel === "" || word.channel === channel);
  return said.reduce<Permission | undefined>((last, word) => (last && (last.at > word.at || (last.at === word.at && last.id > word.id)) ? last : word), undefined);
}

/** Which channels a person asked us to leave. */
export function useRefused(person: string): readonly Channel[] {
  const words = useQuery(permissions(person)).data?.words ?? [];
  return channels.filter((channel) => wordOn(words, channel)?.state === "optedOut");
}
