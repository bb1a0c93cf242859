/** What a letter can be for, and how far it has come, in words. */
import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { useLingui } from "@lingui/react";
import type { DraftStatus } from "../../bindings/DraftStatus";
import type { LetterKind } from "../../bindings/LetterKind";
import type { Tone } from "../../components/marks/Chip";

const names: Record<LetterKind, MessageDescriptor> = {
  checkIn: msg`Check-in`,
  thankYou: msg`Thank-you`,
  welcome: msg`Welcome`,
  birthday: msg`Birthday`,
  solvedFollowUp: msg`Did it work?`,
  apology: msg`Apology`,
  complaintReply: msg`Reply to a complaint`,
  publicReply: msg`Public reply`,
  reviewAsk: msg`Ask for a review`,
  referralAsk: msg`Ask for a recommendation`,
  offer: msg`Offer`,
  communityInvite: msg`Invitation`,
  reEngagement: msg`After a long silence`,
  reviewMeeting: msg`Invite to a review meeting`,
  permissionAsk: msg`Ask for permission`,
  goodbye: msg`Goodbye`,
  other: msg`Something else`,
};

export const kinds = Object.keys(names) as readonly LetterKind[];

/** A kind as it stands in an address: `checkIn` or `check-in`; what is not known is a check-in. */
export function kindIn(address: unknown): LetterKind {
  const camel = String(address ?? "").replace(/-(.)/g, (_, next: string) => next.toUpperCase());
  return kinds.find((kind) => kind === camel) ?? "checkIn";
}

export function useKindName(): (kind: LetterKind) => string {
  const { _ } = useLingui();
  return (kind) => _(names[kind]);
}

export const statuses: Record<DraftStatus, { name: MessageDescriptor; tone: Tone }> = {
  writing: { name: msg`writing`, tone: "accent" },
  handedOver: { name: msg`did it go?`, tone: "warn" },
  sent: { name: msg`sent`, tone: "good" },
};
