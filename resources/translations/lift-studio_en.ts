<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ui::ChatPanel</name>
    <message numerus="yes">
        <source>The answers part after %n character(s).</source>
        <translation>
            <numerusform>The answers part after %n character.</numerusform>
            <numerusform>The answers part after %n characters.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1
%n token(s), %2 per second</source>
        <translation>
            <numerusform>%1
%n token, %2 per second</numerusform>
            <numerusform>%1
%n tokens, %2 per second</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::DuelPanel</name>
    <message numerus="yes">
        <source>Its learning rate was chosen with %n run(s).</source>
        <translation>
            <numerusform>Its learning rate was chosen with %n run.</numerusform>
            <numerusform>Its learning rate was chosen with %n runs.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) count.</source>
        <translation>
            <numerusform>%n run counts.</numerusform>
            <numerusform>%n runs count.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s): %1 that try learning rates, then %2 that count</source>
        <translation>
            <numerusform>%n run: %1 that try learning rates, then %2 that count</numerusform>
            <numerusform>%n runs: %1 that try learning rates, then %2 that count</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) that count</source>
        <translation>
            <numerusform>%n run that counts</numerusform>
            <numerusform>%n runs that count</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::Histogram</name>
    <message numerus="yes">
        <source>%n rows</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::MemoryPlanView</name>
    <message numerus="yes">
        <source>%n smaller</source>
        <translation>
            <numerusform>%n smaller</numerusform>
            <numerusform>%n smaller</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::QueuePanel</name>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n step</numerusform>
            <numerusform>%n steps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::RecipeForm</name>
    <message numerus="yes">
        <source>%n differ from the default</source>
        <translation>
            <numerusform>%n differs from the default</numerusform>
            <numerusform>%n differ from the default</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::RunPanel</name>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::SpectrumPlot</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::StudioWindow</name>
    <message numerus="yes">
        <source>%n run(s) were interrupted</source>
        <translation>
            <numerusform>%n run was interrupted</numerusform>
            <numerusform>%n runs were interrupted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>CPU · %n thread(s) · %1</source>
        <translation>
            <numerusform>CPU · %n thread · %1</numerusform>
            <numerusform>CPU · %n threads · %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::TokenView</name>
    <message numerus="yes">
        <source>%n token(s), %1 of them train</source>
        <translation>
            <numerusform>%n token, %1 of them train</numerusform>
            <numerusform>%n tokens, %1 of them train</numerusform>
        </translation>
    </message>
</context>
</TS>
