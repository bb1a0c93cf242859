/** What the ways to reach each other are called: as a touchpoint ("Call"), and as what a person likes best ("the phone"). */
import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { useLingui } from "@lingui/react";
import type { Channel } from "../bindings/Channel";

/** In the order in which they are offered; their place is their key. */
export const channels = ["phone", "email", "inPerson", "video", "chat", "social", "post", "event", "support"] as const satisfies readonly Channel[];

const names: Record<Channel, MessageDescriptor> = {
  phone: msg`Call`,
  email: msg`E-mail`,
  inPerson: msg`Visit`,
  video: msg`Video call`,
  chat: msg`Chat`,
  social: msg`Social media`,
  post: msg`Post`,
  event: msg`Event`,
  support: msg`Support`,
};

/** As ways to get in touch: one calls by phone, and a call is what comes of it. */
const means: Record<Channel, MessageDescriptor> = {
  phone: msg`Phone`,
  email: msg`E-mail`,
  inPerson: msg`Visits`,
  video: msg`Video calls`,
  chat: msg`Chat`,
  social: msg`Social media`,
  post: msg`Post`,
  event: msg`Events`,
  support: msg`Support`,
};

const liked: Record<Channel, MessageDescriptor> = {
  phone: msg`prefers the phone`,
  email: msg`prefers e-mail`,
  inPerson: msg`prefers to meet`,
  video: msg`prefers video calls`,
  chat: msg`prefers chat`,
  social: msg`prefers social media`,
  post: msg`prefers post`,
  event: msg`prefers events`,
  support: msg`prefers the support desk`,
};

const isChannel = (text: string): text is Channel => (channels as readonly string[]).includes(text);

/** "Call". */
export function useChannelName(): (channel: Channel) => string {
  const { _ } = useLingui();
  return (channel) => _(names[channel]);
}

/** "Phone". */
export function useMeansName(): (channel: Channel) => string {
  const { _ } = useLingui();
  return (channel) => _(means[channel]);
}

/** "prefers the phone"; nothing while it is not known. */
export function usePreference(): (preferred: string) => string | undefined {
  const { _ } = useLingui();
  return (preferred) => (isChannel(preferred) ? _(liked[preferred]) : undefined);
}
