/** What each step is called where it can be undone. The core names steps by a key, because it speaks no language. */
import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { useLingui } from "@lingui/react";
import type { Step } from "../host/commands";

const names: Readonly<Record<string, MessageDescriptor>> = {
  createPerson: msg`add {subject}`,
  editPerson: msg`edit {subject}`,
  setStage: msg`change the stage of {subject}`,
  binPeople: msg`put {subject} into the bin`,
  restorePeople: msg`take {subject} out of the bin`,
  tagPeople: msg`tag {subject}`,
  untagPeople: msg`untag {subject}`,
  mergePeople: msg`merge {subject}`,
  saveReach: msg`change how to reach {subject}`,
  removeReach: msg`remove a way to reach {subject}`,
  saveRole: msg`change the role of {subject}`,
  removeRole: msg`remove a role of {subject}`,
  saveTie: msg`tie somebody to {subject}`,
  removeTie: msg`untie somebody from {subject}`,
  saveDate: msg`note a date of {subject}`,
  removeDate: msg`remove a date of {subject}`,
  setPicture: msg`set the picture of {subject}`,
  removePicture: msg`remove the picture of {subject}`,
  logTouchpoint: msg`log a touchpoint with {subject}`,
  editTouchpoint: msg`edit a touchpoint with {subject}`,
  removeTouchpoint: msg`remove a touchpoint with {subject}`,
  snooze: msg`snooze {subject}`,
  wake: msg`wake {subject}`,
  saveRule: msg`change the rules of Today`,
  removeRule: msg`remove a rule of Today`,
  saveConsent: msg`note what {subject} agreed to`,
  takeBackConsent: msg`take back what {subject} agreed to`,
  addPurchase: msg`add a purchase of {subject}`,
  editPurchase: msg`edit a purchase of {subject}`,
  removePurchase: msg`remove a purchase of {subject}`,
  saveRate: msg`change what {subject} is worth`,
  removeRate: msg`remove an exchange rate`,
  startDraft: msg`begin a letter to {subject}`,
  saveDraft: msg`write on a letter to {subject}`,
  removeDraft: msg`remove a letter to {subject}`,
  handOverDraft: msg`hand over a letter to {subject}`,
  letterWent: msg`say that a letter to {subject} went`,
  letterStayed: msg`say that a letter to {subject} did not go`,
  saveTemplate: msg`save the template {subject}`,
  removeTemplate: msg`remove a template`,
  createSegment: msg`make the segment {subject}`,
  editSegment: msg`change the segment {subject}`,
  removeSegment: msg`remove the segment {subject}`,
  addNote: msg`add the note “{subject}”`,
  editNote: msg`change the note “{subject}”`,
  moveNote: msg`move the note “{subject}”`,
  bindNote: msg`change the figures of the note “{subject}”`,
  archiveNote: msg`put the note “{subject}” away`,
  restoreNote: msg`bring the note “{subject}” back`,
  judgeNote: msg`say how sure you are of the note “{subject}”`,
  restHint: msg`change what is worth a look on the note “{subject}”`,
  takeSnapshot: msg`keep the version “{subject}”`,
  removeSnapshot: msg`remove the version “{subject}”`,
  makeVariant: msg`make the variant “{subject}”`,
  removeCanvas: msg`remove the canvas “{subject}”`,
  editCanvas: msg`change the heading of {subject}`,
  answerQuestion: msg`answer a question on {subject}`,
  createJourney: msg`begin the journey map {subject}`,
  renameJourney: msg`rename the journey map {subject}`,
  assignJourney: msg`change whose journey {subject} is`,
  removeJourney: msg`remove the journey map {subject}`,
  addJourneyStage: msg`add the stage “{subject}”`,
  editJourneyStage: msg`rename the stage “{subject}”`,
  moveJourneyStage: msg`move the stage “{subject}”`,
  removeJourneyStage: msg`remove the stage “{subject}”`,
  addJourneyStep: msg`add the step “{subject}”`,
  editJourneyStep: msg`change the step “{subject}”`,
  moveJourneyStep: msg`move the step “{subject}”`,
  removeJourneyStep: msg`remove the step “{subject}”`,
  importFile: msg`import {subject}`,
};

/** "log a touchpoint with Ana"; a step without a name of its own is "the last change". */
export function useStepName(): (step: Step) => string {
  const { _ } = useLingui();
  return ({ name, subject }) => {
    const known = names[name];
    if (known) return _({ ...known, values: { subject } });
    return _(msg`the last change`);
  };
}
