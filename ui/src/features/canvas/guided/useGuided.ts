/** Where one is in the guided mode: kept over Esc, other pages and a lock, so that one goes on where one was. */
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import type { Canvas } from "../../../bindings/Canvas";
import type { Question } from "../../../bindings/Question";
import { useNow } from "../../../frame/clock";
import { useKeptForm } from "../../../frame/kept";
import { useAddNote, useAnswer, useArchiveNote } from "../actions";
import { inBlock } from "../notes";
import { canvasOf, useWhichCanvas } from "../queries";
import { type GuidedStep, type OpenText, type Way, nextOpen, openNote } from "./steps";

export interface GuidedPlace {
  /** The number of the question from 0; as many as there are questions is the result. */
  at: number;
  goTo: (at: number) => void;
  /** Whole minutes that the questions stood on the screen, all times together. */
  minutes: number;
}

const RESULT = "result";

export function useGuidedPlace(canvas: Canvas, way: Way): GuidedPlace {
  const kept = useKeptForm<{ question: Question | typeof RESULT | null; minutes: number }>(["canvas", "guided", canvas.id], { question: null, minutes: 0 });
  const { question, minutes } = kept.values;
  const { steps } = way;
  // Without a place of one's own one begins where something is open.
  const [first] = useState(() => nextOpen(way, 0) ?? 0);
  const found = question === RESULT ? steps.length : steps.findIndex((step) => step.question === question);
  const at = found < 0 ? first : found;
  const now = useNow();
  const counted = useRef(now);
  const count = useEffectEvent(() => kept.set({ minutes: minutes + 1 }));
  useEffect(() => {
    // A night that the lid was closed is one minute, too.
    if (now <= counted.current) return;
    counted.current = now;
    count();
  }, [now]);
  return { at, minutes, goTo: (to) => kept.set({ question: steps[to]?.question ?? RESULT }) };
}

export interface GuidedDeeds {
  answer: (step: GuidedStep, text: string, failed: () => void) => void;
  /** Says how many notes the block has then. */
  addNote: (step: GuidedStep, text: string) => number;
  /** Puts the question itself on the sheet, as an assumption: it is found again among the riskiest. */
  leaveUnknown: (step: GuidedStep) => void;
}

export function useGuidedDeeds(canvas: Canvas, text: OpenText): GuidedDeeds {
  const client = useQueryClient();
  const answer = useAnswer();
  const add = useAddNote();
  const putAway = useArchiveNote();
  const { queryKey } = canvasOf(useWhichCanvas()[0]);
  return {
    answer: (step, said, failed) => {
      const { question } = step;
      // It counts as answered at once; the core's answer follows.
      client.setQueryData(queryKey, (now) => {
        const others = now?.answers.filter((one) => one.question !== question) ?? [];
        return now && { ...now, answers: said === "" ? others : [...others, { question, text: said }] };
      });
      const refused = () => {
        failed();
        void client.invalidateQueries({ queryKey });
      };
      answer.mutateAsync({ canvas: canvas.id, question, text: said }).catch(refused);
      const open = openNote(canvas.notes, step, text);
      if (open && said !== "") putAway.mutate(open);
    },
    addNote: ({ block }, said) => {
      add({ canvas: canvas.id, block, text: said });
      // Whoever types fast is ahead of what is drawn.
      return inBlock(client.getQueryData(queryKey)?.notes ?? [], block).length;
    },
    leaveUnknown: (step) => {
      if (openNote(canvas.notes, step, text)) return;
      add({ canvas: canvas.id, block: step.block, text: text(step.question), evidence: "assumption" });
    },
  };
}
