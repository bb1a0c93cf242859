/** The bar on top: the way to find anything, the step that can be taken back, and logging a touchpoint. */
import { Trans, useLingui } from "@lingui/react/macro";
import { Plus, Search } from "lucide-react";
import { Button as Pressable } from "react-aria-components/Button";
import { Button } from "../components/controls/Button";
import { KeyHint } from "../components/marks/KeyHint";
import { doAction, useOffered } from "../frame/actions";
import { keyedActions } from "../frame/keys";
import css from "./Frame.module.css";
import { UndoButton } from "./Steps";

export function TopBar() {
  const { t } = useLingui();
  const offered = useOffered();
  return (
    <header className={css.top}>
      <Pressable className={css.search} onPress={() => doAction("palette.open")} aria-haspopup="dialog">
        <Search size={16} strokeWidth={1.75} aria-hidden />
        <span className={css.searchText}>{t`Find a person, note, promise or command`}</span>
        <KeyHint keys={keyedActions["palette.open"].keys} />
      </Pressable>
      <div className={css.gap} />
      <UndoButton />
      {offered.has("touchpoints.log") && (
        <Button icon={Plus} keys={keyedActions["touchpoints.log"].keys} onPress={() => doAction("touchpoints.log")}>
          <Trans>Log a touchpoint</Trans>
        </Button>
      )}
    </header>
  );
}
