/** Today with what every room has to say about it. */
import { DueTasks } from "../features/promises/DueTasks";
import { TodayPage } from "../features/today/TodayPage";

export function TodayOfAll() {
  return <TodayPage Due={DueTasks} />;
}
