/** The sentences for what a file holds and what is wrong with it. */
import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type { FileProblemWhy } from "../../bindings/FileProblemWhy";
import type { Outcome } from "../../bindings/Outcome";
import type { TableLayout } from "../../bindings/TableLayout";

export const whys: Record<FileProblemWhy, MessageDescriptor> = {
  cardTooLarge: msg`The card is larger than 16 MiB.`,
  cardNotReadable: msg`Nothing on the card could be read.`,
  parserFailed: msg`The card could not be taken apart.`,
  outsideCard: msg`This stands outside of any card.`,
  cardCutOff: msg`The card is cut off before its end.`,
  cardEmpty: msg`There is no name and no address on the card.`,
  photoTooLarge: msg`The picture is larger than 8 MiB and was left out.`,
  photoDamaged: msg`The picture is damaged and was left out.`,
  rowTooLong: msg`The row has more cells than there are columns.`,
  quoteNotClosed: msg`A quotation mark is never closed.`,
  rowTooLarge: msg`The row is larger than 16 MiB.`,
  rowEmpty: msg`There is no name and no address in the row.`,
  repeatedHeading: msg`The headings stand here a second time.`,
  dateAmbiguous: msg`It is not clear which is the day and which the month.`,
  dateNotUnderstood: msg`The date could not be understood.`,
  phoneDamaged: msg`A spreadsheet has rounded this number; its last digits are lost.`,
  zeroBytes: msg`There are zero bytes in the text.`,
};

export const outcomes: Record<Outcome, MessageDescriptor> = {
  created: msg`new`,
  changed: msg`adds to somebody`,
  same: msg`known`,
};

export const layouts: Record<TableLayout, MessageDescriptor> = {
  googleNew: msg`Google Contacts`,
  googleOld: msg`Google Contacts, older`,
  googleOutlook: msg`Google Contacts for Outlook`,
  outlookClassic: msg`Outlook for Windows`,
  outlookCom: msg`Outlook.com`,
  thunderbird: msg`Thunderbird`,
  linkedIn: msg`LinkedIn`,
  hubSpot: msg`HubSpot`,
  other: msg`a table`,
};

/** What a card adds to somebody, by the column or list that grows. */
export const additions: Readonly<Record<string, MessageDescriptor>> = {
  reach: msg`an address`,
  role: msg`a role`,
  tie: msg`a tie`,
  date: msg`a date`,
  tag: msg`a tag`,
  note: msg`a note`,
  extra: msg`what has no place here`,
  nickname: msg`a nickname`,
  said: msg`how the name is said`,
};
