import { Button, FileTrigger } from "react-aria-components";
import { useStore } from "zustand";
import { say } from "../../words/say";
import { useApp } from "../appContext";
import { IconButton } from "../controls/IconButton";
import { PaperButton } from "../dialogs/paper/PaperButton";
import { type LessonActions, takeLesson } from "./actions";
import { OWN } from "./courseIn";
import { COURSES } from "./courses";
import { draftOf } from "./writing/draft";
import { draftsOf } from "./writing/draftsOf";

/** The courses to choose from, and a way to a lesson of one's own. */
export function CourseList({ teach }: { readonly teach: LessonActions }) {
  const app = useApp();
  const { at, own } = useStore(app.lessons);
  const courses = [...COURSES, ...(own ? [[OWN, own] as const] : [])];
  return (
    <section className="lesson-strip" aria-labelledby="lesson-list">
      <div className="lesson-head">
        <h2 id="lesson-list">{say`Lessons`}</h2>
        <IconButton
          icon="close"
          label={say`Close the lessons`}
          className="button icon-only quiet"
          onPress={teach.close}
        />
      </div>
      <div className="lesson-body">
        <p>{say`Each step opens a saved run. The page stays live: try things, and come back with one button.`}</p>
        {courses.map(([name, course]) => (
          <div key={name} className="lesson-choice-row">
            <Button className="button lesson-course-button" onPress={() => teach.begin(name)}>
              <strong>{course.title}</strong>
              <span>{course.about}</span>
              <small>
                {say`${course.minutes} minutes, ${course.steps.length} steps`}
                {(at[name] ?? 0) > 0 && say` · you are at step ${(at[name] ?? 0) + 1}`}
              </small>
            </Button>
            <IconButton
              icon="take"
              label={say`Hand-out of "${course.title}"`}
              className="button icon-only quiet"
              onPress={() => teach.handOut(name)}
            />
            {name === OWN && (
              <IconButton
                icon="edit"
                label={say`Change "${course.title}"`}
                className="button icon-only quiet"
                onPress={() => {
                  draftsOf(app).change(() => draftOf(course));
                  teach.write();
                }}
              />
            )}
          </div>
        ))}
        <PaperButton />
      </div>
      <div className="lesson-foot">
        <FileTrigger
          acceptedFileTypes={[".lesson", ".txt", "text/plain"]}
          onSelect={(files) => {
            const [file] = files ?? [];
            if (file) void takeLesson(app, file);
          }}
        >
          <Button className="button quiet">{say`Open a lesson file…`}</Button>
        </FileTrigger>
        <Button className="button" onPress={teach.write}>
          {say`Write your own`}
        </Button>
      </div>
    </section>
  );
}
