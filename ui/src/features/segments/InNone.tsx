/** Whom no segment takes in: they may be served by chance. */
import { useLingui } from "@lingui/react/macro";
import { PageHead } from "../../components/layout/Heads";
import { CountOf } from "./CountOf";
import { MemberList } from "./MemberList";
import css from "./segments.module.css";

export function InNone({ left }: { left: number | undefined }) {
  const { t } = useLingui();
  return (
    <>
      <div className={css.head}>
        <PageHead title={t`In no segment`} beside={<CountOf count={left} />} line={t`No rule takes these people in. Either a segment is missing, or something about them is.`} />
      </div>
      <MemberList id="none" label={t`People in no segment`} empty={t`Everybody is in at least one segment.`} />
    </>
  );
}
