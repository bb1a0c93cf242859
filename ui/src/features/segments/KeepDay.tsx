/** Looks at every segment once on each day, so that who came and who went can be told later. Draws nothing. */
import { useEffect } from "react";
import { dayOf, useNow } from "../../frame/clock";
import { core } from "../../host/core";

/** After the first pages stand: counting everybody may wait. */
const LATER = 4000;

/** Stands on every page. */
export function KeepDay() {
  const day = dayOf(useNow());
  useEffect(() => {
    const timer = setTimeout(() => void core.segments.keepDay().catch(() => undefined), LATER);
    return () => clearTimeout(timer);
  }, [day]);
  return null;
}
