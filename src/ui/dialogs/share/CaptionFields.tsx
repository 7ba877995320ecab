import { Input, Label, Text, TextField } from "react-aria-components";
import { CAPTION_LIMITS, type Caption, charactersLeft } from "../../link/caption";
import "./CaptionFields.css";
import { say } from "../../../words/say";

export interface CaptionFieldsProps {
  readonly caption: Caption;
  readonly onChange: (caption: Caption) => void;
}

/** What the sender says of the run: a title and a sentence, both optional. */
export function CaptionFields({ caption, onChange }: CaptionFieldsProps) {
  return (
    <div className="caption-fields">
      <Line
        label={say`Title`}
        hint={say`optional`}
        value={caption.title}
        limit={CAPTION_LIMITS.title}
        onChange={(title) => onChange({ ...caption, title })}
      />
      <Line
        label={say`What to look at`}
        hint={say`optional, one sentence`}
        value={caption.sentence}
        limit={CAPTION_LIMITS.sentence}
        onChange={(sentence) => onChange({ ...caption, sentence })}
      />
    </div>
  );
}

interface LineProps {
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly limit: number;
  readonly onChange: (value: string) => void;
}

function Line({ label, hint, value, limit, onChange }: LineProps) {
  const left = charactersLeft(value, limit);
  return (
    <TextField className="text-field" value={value} onChange={onChange} isInvalid={left < 0}>
      <Label>{label}</Label>
      <Input className="text-input plain" placeholder={hint} />
      <Text slot="description" className="fine caption-left" data-over={left < 0 || undefined}>
        {left < 0
          ? say`${-left} characters too many: only the first ${limit} are sent.`
          : say`${left} of ${limit} characters left`}
      </Text>
    </TextField>
  );
}
