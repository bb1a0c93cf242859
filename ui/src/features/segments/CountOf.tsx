/** "214 people", as a chip beside a title. */
import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { Chip } from "../../components/marks/Chip";

export function CountOf({ count }: { count: number | null | undefined }) {
  const { t } = useLingui();
  if (count === null || count === undefined) return null;
  return <Chip>{t`${plural(count, { one: "# person", other: "# people" })}`}</Chip>;
}
