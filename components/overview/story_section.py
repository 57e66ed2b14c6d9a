"""Draws the story of how the collection began: one step at a time, with its figure, its grade and what proves it."""

import pandas as pd
import streamlit as st

from components.controls.address_bar import set_parameter
from components.look.escaping import escape_markdown, link
from components.view.addresses import address, link_unfiltered, page_name
from components.view.view import View
from data.events.origins import corroboration
from data.records.event import when
from data.text.formats import lower_first
from data.text.messages import say
from data.view.story import StoryStep, step_of_story, steps_of_story

STORY = "story"


def draw_link_to_story(view: View) -> None:
    """Draw the button that opens the first step; nothing in a release from before the story was written."""
    if steps := steps_of_story(view.package):
        st.button(
            say("story.open", count=len(steps)),
            key="open_story",
            on_click=set_parameter,
            args=(STORY, steps[0]),
            type="tertiary",
        )


def draw_story_step(view: View) -> None:
    """Draw the step that the address asks for: the statement, its figure and grade, what proves it, and the way on."""
    step, steps = step_of_story(view.package, view.settings.story), steps_of_story(view.package)
    with st.container(key="story_step"):
        _draw_neighbours(step, steps)
        st.subheader(escape_markdown(step.text), anchor=False)
        if step.figure:
            st.metric(escape_markdown(step.counted), escape_markdown(step.figure))
        _draw_proof(view, step)


def _draw_proof(view: View, step: StoryStep) -> None:
    grades = view.package["grades"].set_index("grade")
    label, meaning = grades.label[step.corroboration], grades.description[step.corroboration]
    st.markdown(say("story.grade", grade=escape_markdown(lower_first(label)), meaning=escape_markdown(meaning)))
    lines = "\n".join(_event_line(view, event) for _, event in step.events.iterrows())
    st.markdown(f"**{say('story.proof')}**\n\n{lines}")
    link_unfiltered(say("story.view", page=page_name(step.link)), step.link, view)


def _event_line(view: View, event: pd.Series) -> str:
    """One line of Markdown: the event's day, its linked title, how well it is known, and how many sources it has."""
    package = view.package
    origins = corroboration(package, event.to_frame().T).iloc[0]
    text = say(
        "story.event",
        event=link(event.title, address(view, "events", event=event.event_id)),
        known=escape_markdown(package.choices("events", "verification")[event.verification]),
        grade=escape_markdown(lower_first(package.labels("grades", "grade")[origins])),
        sources=say("sources.sources", count=len(event.source_ids)),
    )
    return f"- {escape_markdown(when(event))}: {text}"


def _draw_neighbours(step: StoryStep, steps: list[str]) -> None:
    """Which step it is, and in one place for all steps the buttons to the one before and the one after, which the arrow
    keys press too, and the one that ends the story."""
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="story_steps"):
        st.caption(say("story.place", number=step.number, count=len(steps)), width="content")
        for label, key, number in (
            (say("story.previous"), "Left", str(step.number - 1)),
            (say("story.next"), "Right", str(step.number + 1)),
        ):
            st.button(
                label,
                key=f"story_{key.lower()}",
                on_click=set_parameter,
                args=(STORY, number),
                shortcut=key,
                disabled=number not in steps,
            )
        st.button(say("story.close"), key="story_close", on_click=set_parameter, args=(STORY, ""), type="tertiary")
