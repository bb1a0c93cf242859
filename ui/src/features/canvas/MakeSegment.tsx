/** In an empty table of the canvas: the way to a first segment. */
import { useLingui } from "@lingui/react/macro";
import { Plus } from "lucide-react";
import { Button } from "../../components/controls/Button";
import { doAction } from "../../frame/actions";

export function MakeSegment() {
  const { t } = useLingui();
  return <Button kind="primary" icon={Plus} onPress={() => doAction("segments.new")}>{t`Make a segment`}</Button>;
}
