/** What is wrong with a typed rule, in words. The words of rules themselves are not translated: they are what one types. */
import { useLingui } from "@lingui/react/macro";
import type { RuleProblem } from "../../bindings/RuleProblem";
import { useFormat } from "../../frame/format";
import { isolated } from "../../frame/isolated";

/** So many things that could stand there are named. */
const NAMED = 8;

export function useProblemWords(): (problem: RuleProblem, text: string) => string {
  const { t } = useLingui();
  const format = useFormat();
  const wanted = useWanted();
  return ({ why, from, to, expected }, text) => {
    const word = isolated(text.slice(from, to));
    switch (why) {
      case "expected": {
        const some = expected.slice(0, NAMED).map(wanted);
        const list = format.list(expected.length > NAMED ? [...some, "…"] : some);
        return from === to ? t`Something is still to come here: ${list}` : t`“${word}” is not understood here. It could be: ${list}`;
      }
      case "unknownTag": return t`There is no tag ${word}.`;
      case "unknownOrganisation": return t`There is no organisation ${word}.`;
      case "unknownSegment": return t`There is no segment ${word}.`;
      case "unknownField": return t`There is no field ${word} of your own.`;
      case "unknownStage": return t`There is no stage ${word}.`;
      case "unknownRelation": return t`There is no type of relationship ${word}.`;
      case "unknownChannel": return t`There is no channel ${word}.`;
      case "unknownCurrency": return t`There is no such currency in ${word}.`;
      case "number": return t`“${word}” is no number that fits here.`;
      case "amount": return t`“${word}” is no amount of that currency: write 500 EUR or 12.50 EUR.`;
      case "date": return t`“${word}” is no day: write 2026, 2026-05 or 2026-05-17.`;
      case "openQuote": return t`This text does not end: close its quotation mark.`;
      case "days": return t`That many days cannot be looked back or ahead.`;
      case "felt": return t`A feeling lies between -2 and 2.`;
      case "tooDeep": return t`That is too many brackets inside each other.`;
      case "tooLong": return t`That is too long for one rule.`;
      default: return t`“${word}” cannot be meant here.`;
    }
  };
}

/** "a number of days, like 60 days" for what is counted or named; a word as it is typed. */
function useWanted(): (word: string) => string {
  const { t } = useLingui();
  return (word) => {
    switch (word) {
      case "<tag>": return t`a tag`;
      case "<organisation>": return t`an organisation`;
      case "<segment>": return t`a segment`;
      case "<field>": return t`a field of your own`;
      case "<days>": return t`a time, like 60 days`;
      case "<number>": return t`a number`;
      case "<amount>": return t`an amount, like 500 EUR`;
      case "<currency>": return t`a currency, like EUR`;
      case "<date>": return t`a day, like 2026-05-17`;
      case "<date name>": return t`the name of a date`;
      case "<place>": return t`a city, region or country`;
      case "<language>": return t`a language, like de`;
      case "<text>": return t`a text`;
      default: return isolated(word);
    }
  };
}
