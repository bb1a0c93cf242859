/** Today with what every room has to say about it. */
import { Unanswered } from "../features/drafts/Unanswered";
import { LateDossiers } from "../features/feedback/LateDossiers";
import { ThankPrompts } from "../features/gestures/ThankPrompts";
import { DueTasks } from "../features/promises/DueTasks";
import { TodayPage } from "../features/today/TodayPage";

function Due({ day }: { day: string }) {
  return (
    <>
      <DueTasks day={day} />
      <Unanswered />
      <LateDossiers day={day} />
    </>
  );
}

export function TodayOfAll() {
  return <TodayPage Due={Due} Later={ThankPrompts} />;
}
