/** What floats: dialogs, menus, toasts. */
import { Ellipsis, Trash2 } from "lucide-react";
import { useState } from "react";
import { Button } from "../src/components/controls/Button";
import { TextField } from "../src/components/controls/TextField";
import { Dialog } from "../src/components/overlays/Dialog";
import { Hint } from "../src/components/overlays/Hint";
import { Menu } from "../src/components/overlays/Menu";
import { ToastRegion } from "../src/components/overlays/ToastRegion";
import { toasts } from "../src/components/overlays/toasts";

export function Sheets() {
  const [isOpen, setOpen] = useState(false);
  return (
    <div style={{ display: "flex", gap: 8, padding: 24 }}>
      <Button onPress={() => setOpen(true)}>Open a sheet</Button>
      <Menu label="More" deeds={[{ id: "a", label: "Merge…", onDo: () => undefined, keys: "mod+m" }, { id: "l", line: true }, { id: "b", label: "Erase…", icon: Trash2, danger: true, onDo: () => undefined }]}>
        <Button icon={Ellipsis} aria-label="More" />
      </Menu>
      <Button onPress={() => toasts.say("Logged a call with Marisol Reyes Ibarra", { action: { label: "Undo", run: () => undefined } })}>Say</Button>
      <Button onPress={() => toasts.say("The disk is full. What you had is safe.", { tone: "danger" })}>Fail</Button>
      <Hint text="More about it"><Button icon={Ellipsis} aria-label="More about it" /></Hint>
      <Dialog title="Log a touchpoint" isOpen={isOpen} onClose={() => setOpen(false)} closeLabel="Close" footer={<><Button kind="quiet">Cancel</Button><Button kind="primary">Log it</Button></>}>
        <TextField label="With whom" autoFocus />
        <TextField label="What" />
      </Dialog>
      <ToastRegion label="Messages" closeLabel="Close" />
    </div>
  );
}
