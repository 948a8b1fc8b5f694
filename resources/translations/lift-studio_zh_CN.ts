<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>HelpDialogs</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Plots</source>
        <translation>图表</translation>
    </message>
    <message>
        <source>Move the crosshair</source>
        <translation>移动十字线</translation>
    </message>
    <message>
        <source>Nearer, farther</source>
        <translation>放大、缩小</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>Open large</source>
        <translation>放大打开</translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation>复制图片</translation>
    </message>
    <message>
        <source>About LIFT Studio</source>
        <translation>关于 LIFT Studio</translation>
    </message>
    <message>
        <source>Fine-tunes language models by training only their principal weights, and shows which weights learn.

Free software under the GNU General Public License, version 3 or later. Fonts: Inter and JetBrains Mono, SIL Open Font License 1.1.</source>
        <translation>仅训练主权重来微调语言模型，并显示哪些权重在学习。

自由软件，采用 GNU 通用公共许可证第 3 版或更高版本。字体：Inter 和 JetBrains Mono，SIL 开放字体许可证 1.1。</translation>
    </message>
</context>
<context>
    <name>PageId</name>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Selection</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>done</source>
        <translation>完成</translation>
    </message>
</context>
<context>
    <name>ui::Banner</name>
    <message>
        <source>Details</source>
        <translation>详细信息</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>复制报告</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>关闭提示</translation>
    </message>
    <message>
        <source>Fewer details</source>
        <translation>收起详细信息</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
</context>
<context>
    <name>ui::BarGrid</name>
    <message>
        <source>not measured</source>
        <translation>未测量</translation>
    </message>
    <message>
        <source>  (%1 to %2)</source>
        <translation>  （%1 至 %2）</translation>
    </message>
</context>
<context>
    <name>ui::ChatPanel</name>
    <message>
        <source>Try it</source>
        <translation>试一试</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Ask both models the same question</source>
        <translation>向两个模型提同一个问题</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>提问</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Base</source>
        <translation>基础模型</translation>
    </message>
    <message>
        <source>With the delta</source>
        <translation>使用增量</translation>
    </message>
    <message>
        <source>Answer of the base model</source>
        <translation>基础模型的回答</translation>
    </message>
    <message>
        <source>Answer with the delta</source>
        <translation>使用增量后的回答</translation>
    </message>
    <message>
        <source>Strength of the delta</source>
        <translation>增量强度</translation>
    </message>
    <message>
        <source>0: the base, exactly. 1: as trained, exactly.</source>
        <translation>0：与基础模型完全一致。1：与训练结果完全一致。</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>温度</translation>
    </message>
    <message>
        <source>0: always the likeliest word</source>
        <translation>0：始终选择最可能的词</translation>
    </message>
    <message>
        <source>No delta is applied. Train one, or open one on the Runs page.</source>
        <translation>尚未应用增量。请训练一个，或在“运行”页打开一个。</translation>
    </message>
    <message>
        <source>A run is going on</source>
        <translation>有运行正在进行</translation>
    </message>
    <message>
        <source>Open a model first</source>
        <translation>请先打开模型</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>Answering with the delta</source>
        <translation>正在用增量回答</translation>
    </message>
    <message>
        <source>Answering with the base</source>
        <translation>正在用基础模型回答</translation>
    </message>
    <message numerus="yes">
        <source>%n token(s), %1 per second</source>
        <translation>
            <numerusform>%n 个词元，每秒 %1 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Both answers are the same.</source>
        <translation>两个回答相同。</translation>
    </message>
    <message numerus="yes">
        <source>The answers part after %n character(s).</source>
        <translation>
            <numerusform>两个回答在 %n 个字符后出现差异。</numerusform>
        </translation>
    </message>
    <message>
        <source>The model as it was answers here.</source>
        <translation>原来的模型在此回答。</translation>
    </message>
    <message>
        <source>The model with what it learned answers here.</source>
        <translation>学习后的模型在此回答。</translation>
    </message>
    <message>
        <source>The answers differ from the first letter.</source>
        <translation>两个回答从第一个字起就不同。</translation>
    </message>
    <message>
        <source>Delta</source>
        <translation>增量</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>on</source>
        <translation>开</translation>
    </message>
</context>
<context>
    <name>ui::DataPage</name>
    <message>
        <source>kept</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>truncated</source>
        <translation>截断</translation>
    </message>
    <message>
        <source>dropped</source>
        <translation>丢弃</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>What</source>
        <translation>情况</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>What the model learns from, and what it is asked to see whether it learned or forgot.</source>
        <translation>模型从什么中学习，以及用什么来检验它学到了还是忘记了。</translation>
    </message>
    <message>
        <source>Rows become tokens by the model&apos;s own vocabulary. Then you see each row as the model does, and which tokens train.</source>
        <translation>文本行要用模型自己的词表才能变成词元。之后您可以像模型一样查看每一行，以及哪些词元参与训练。</translation>
    </message>
    <message>
        <source>New here? Use the demo data</source>
        <translation>初次使用？试试演示数据</translation>
    </message>
    <message>
        <source>School arithmetic from GSM8K to learn from, other rows of it held out, and science questions from ARC that show what is forgotten.</source>
        <translation>用 GSM8K 的小学算术来学习，其中另一些行留作评估，再用 ARC 的科学问题检验遗忘情况。</translation>
    </message>
    <message>
        <source>Use the demo data</source>
        <translation>使用演示数据</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>数据行</translation>
    </message>
    <message>
        <source>take away</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Drop JSONL or JSON files here</source>
        <translation>将 JSONL 或 JSON 文件拖到此处</translation>
    </message>
    <message>
        <source>question and answer, prompt and completion, instruction and output, or messages</source>
        <translation>问题和答案、提示和补全、指令和输出，或消息</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>found by column names</source>
        <translation>按列名识别</translation>
    </message>
    <message>
        <source>question, answer</source>
        <translation>问题、答案</translation>
    </message>
    <message>
        <source>prompt, completion</source>
        <translation>提示、补全</translation>
    </message>
    <message>
        <source>instruction, input, output</source>
        <translation>指令、输入、输出</translation>
    </message>
    <message>
        <source>messages</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Response</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>System</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Prompt form</source>
        <translation>提示形式</translation>
    </message>
    <message>
        <source>the model&apos;s own</source>
        <translation>模型自带</translation>
    </message>
    <message>
        <source>chat template</source>
        <translation>聊天模板</translation>
    </message>
    <message>
        <source>Alpaca</source>
        <translation>Alpaca</translation>
    </message>
    <message>
        <source>plain text</source>
        <translation>纯文本</translation>
    </message>
    <message>
        <source>A row as the model sees it</source>
        <translation>模型看到的一行</translation>
    </message>
    <message>
        <source>Lengths</source>
        <translation>长度</translation>
    </message>
    <message>
        <source>Rows by length in tokens</source>
        <translation>按词元长度统计的行数</translation>
    </message>
    <message>
        <source>tokens</source>
        <translation>词元</translation>
    </message>
    <message>
        <source>Longest row, in tokens</source>
        <translation>最长行（词元）</translation>
    </message>
    <message>
        <source>Longer rows are</source>
        <translation>更长的行将</translation>
    </message>
    <message>
        <source>Longer rows</source>
        <translation>更长的行</translation>
    </message>
    <message>
        <source>cut at the end</source>
        <translation>在末尾截断</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>被略去</translation>
    </message>
    <message>
        <source>What trains, what is asked</source>
        <translation>训练什么，检验什么</translation>
    </message>
    <message>
        <source>Rows that train</source>
        <translation>参与训练的行</translation>
    </message>
    <message>
        <source>Truncated</source>
        <translation>已截断</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>已略去</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>词元</translation>
    </message>
    <message>
        <source>Of these train</source>
        <translation>其中参与训练</translation>
    </message>
    <message>
        <source>Responses end in</source>
        <translation>回答的结束符</translation>
    </message>
    <message>
        <source>Rows that were cut or left out</source>
        <translation>被截断或略去的行</translation>
    </message>
    <message>
        <source>Held out for evaluation</source>
        <translation>留作评估</translation>
    </message>
    <message>
        <source>Held-out rows</source>
        <translation>留出的行</translation>
    </message>
    <message>
        <source>Retention probe</source>
        <translation>保留测试</translation>
    </message>
    <message>
        <source>Choice questions of another field: they tell how much the model still knows</source>
        <translation>其他领域的选择题：用来检验模型还记得多少</translation>
    </message>
    <message>
        <source>Choose training data</source>
        <translation>选择训练数据</translation>
    </message>
    <message>
        <source>Rows (*.jsonl *.json);;All files (*)</source>
        <translation>数据行 (*.jsonl *.json);;所有文件 (*)</translation>
    </message>
    <message>
        <source>The demo data is not installed</source>
        <translation>未安装演示数据</translation>
    </message>
    <message>
        <source>Choose files of your own below.</source>
        <translation>请在下方选择您自己的文件。</translation>
    </message>
    <message>
        <source>Choose a retention probe</source>
        <translation>选择保留测试</translation>
    </message>
    <message>
        <source>Choice questions (*.json *.jsonl)</source>
        <translation>选择题 (*.json *.jsonl)</translation>
    </message>
    <message>
        <source>none: forgetting is not watched</source>
        <translation>无：不监测遗忘</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source> of %1</source>
        <translation> / %1</translation>
    </message>
    <message>
        <source>longest row</source>
        <translation>最长行</translation>
    </message>
    <message>
        <source>Reading a row</source>
        <translation>正在读取一行</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <translation>%1：%2，%3</translation>
    </message>
    <message>
        <source>In colour: what trains. Struck through: cut off.</source>
        <translation>彩色：参与训练。删除线：被截去。</translation>
    </message>
    <message>
        <source>choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2 中的 %1</translation>
    </message>
</context>
<context>
    <name>ui::ExportPanel</name>
    <message>
        <source>Take it with you</source>
        <translation>导出成果</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Delta: only what changed</source>
        <translation>增量：仅包含变化部分</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Nothing to export yet</source>
        <translation>还没有可导出的内容</translation>
    </message>
    <message>
        <source>New folder for the tuned model</source>
        <translation>微调后模型的新文件夹</translation>
    </message>
    <message>
        <source>Copy the delta</source>
        <translation>复制增量</translation>
    </message>
    <message>
        <source>Deltas (*.safetensors)</source>
        <translation>增量 (*.safetensors)</translation>
    </message>
    <message>
        <source>Writing, then reading back…</source>
        <translation>正在写入，随后回读…</translation>
    </message>
    <message>
        <source>Exporting</source>
        <translation>正在导出</translation>
    </message>
    <message>
        <source>Copied to %1</source>
        <translation>已复制到 %1</translation>
    </message>
    <message>
        <source>%1 could not be written: is there room, and may you write there?</source>
        <translation>无法写入 %1：请检查空间是否足够，以及您是否有写入权限。</translation>
    </message>
    <message>
        <source>Wrote %1 (%2).</source>
        <translation>已写入 %1（%2）。</translation>
    </message>
    <message>
        <source>Read back: every tensor equal, bit for bit.</source>
        <translation>回读：所有张量逐位相同。</translation>
    </message>
    <message>
        <source>Read back: tensors differ.</source>
        <translation>回读：张量存在差异。</translation>
    </message>
    <message>
        <source>Largest difference of logits: %1 of the largest; %2 of %3 greedy answers are the same.</source>
        <translation>logits 最大差异：最大值的 %1；%3 个贪心回答中有 %2 个相同。</translation>
    </message>
</context>
<context>
    <name>ui::HeatMapOverview</name>
    <message>
        <source>not chosen</source>
        <translation>未选择</translation>
    </message>
    <message>
        <source>layer %1 · %2</source>
        <translation>第 %1 层 · %2</translation>
    </message>
    <message>
        <source>%1 layers by %2 projections, from %3 to %4.</source>
        <translation>%1 层乘 %2 个投影，从 %3 到 %4。</translation>
    </message>
    <message>
        <source>Layer %1 · %2: %3.</source>
        <translation>第 %1 层 · %2：%3。</translation>
    </message>
</context>
<context>
    <name>ui::Histogram</name>
    <message numerus="yes">
        <source>%n rows</source>
        <translation>
            <numerusform>%n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>Values from %1 to %2 %3, most between %4 and %5.</source>
        <translation>取值从 %1 到 %2 %3，多数在 %4 与 %5 之间。</translation>
    </message>
</context>
<context>
    <name>ui::LinePlot</name>
    <message>
        <source>step %1</source>
        <translation>第 %1 步</translation>
    </message>
    <message>
        <source>  (raw %1)</source>
        <translation>  （原始值 %1）</translation>
    </message>
    <message>
        <source>%1: %2 at first, %3 at step %4.</source>
        <translation>%1：起始 %2，第 %4 步为 %3。</translation>
    </message>
    <message>
        <source>Alarm line at %1.</source>
        <translation>警戒线位于 %1。</translation>
    </message>
</context>
<context>
    <name>ui::MainWindow</name>
    <message>
        <source>Side panel</source>
        <translation>侧边栏</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>转到</translation>
    </message>
    <message>
        <source>View</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>设置…</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Whole screen</source>
        <translation>全屏</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>菜单</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>About LIFT Studio</source>
        <translation>关于 LIFT Studio</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
</context>
<context>
    <name>ui::MemoryPlanView</name>
    <message numerus="yes">
        <source>%n smaller</source>
        <translation>
            <numerusform>%n 个较小项</numerusform>
        </translation>
    </message>
    <message>
        <source>Memory plan</source>
        <translation>内存计划</translation>
    </message>
    <message>
        <source>Appears with a model and data.</source>
        <translation>有了模型和数据后显示。</translation>
    </message>
    <message>
        <source>peak %1 of %2 free</source>
        <translation>峰值 %1，可用 %2</translation>
    </message>
    <message>
        <source>fits</source>
        <translation>够用</translation>
    </message>
    <message>
        <source>tight</source>
        <translation>紧张</translation>
    </message>
    <message>
        <source>does not fit</source>
        <translation>不够</translation>
    </message>
    <message>
        <source>%1 (−%2)</source>
        <translation>%1（−%2）</translation>
    </message>
    <message>
        <source>activations</source>
        <translation>激活</translation>
    </message>
    <message>
        <source>evaluation</source>
        <translation>评估</translation>
    </message>
    <message>
        <source>gradients</source>
        <translation>梯度</translation>
    </message>
    <message>
        <source>indices</source>
        <translation>索引</translation>
    </message>
    <message>
        <source>layer workspace</source>
        <translation>单层工作区</translation>
    </message>
    <message>
        <source>left by the last refresh</source>
        <translation>上次更新所留</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>masters and moments</source>
        <translation>主副本与动量</translation>
    </message>
    <message>
        <source>next record of changes</source>
        <translation>下一份改变记录</translation>
    </message>
    <message>
        <source>next selection</source>
        <translation>下一次选择</translation>
    </message>
    <message>
        <source>pools</source>
        <translation>缓存池</translation>
    </message>
    <message>
        <source>program and libraries</source>
        <translation>程序与库</translation>
    </message>
    <message>
        <source>record of changes</source>
        <translation>改变记录</translation>
    </message>
    <message>
        <source>refresh workspace</source>
        <translation>更新工作区</translation>
    </message>
    <message>
        <source>weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>CUDA and libraries</source>
        <translation>CUDA 与库</translation>
    </message>
    <message>
        <source>attention</source>
        <translation>注意力</translation>
    </message>
    <message>
        <source>in the host&apos;s memory</source>
        <translation>主机内存中</translation>
    </message>
    <message>
        <source>up to %1</source>
        <translation>最多 %1</translation>
    </message>
</context>
<context>
    <name>ui::ModelFirst</name>
    <message>
        <source>Open a model first</source>
        <translation>请先打开模型</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>选择模型</translation>
    </message>
    <message>
        <source>Open the demo model</source>
        <translation>打开演示模型</translation>
    </message>
    <message>
        <source>Loading the model…</source>
        <translation>正在加载模型…</translation>
    </message>
</context>
<context>
    <name>ui::ModelPage</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>系列</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>Stored as</source>
        <translation>存储类型</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Found in</source>
        <translation>位置来源</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>What to fine-tune. Its weights stay as they are on disk; training makes a delta.</source>
        <translation>要微调的模型。磁盘上的权重保持不变；训练产生一个增量。</translation>
    </message>
    <message>
        <source>waiting for the engine</source>
        <translation>等待引擎</translation>
    </message>
    <message>
        <source>New here? Begin with the demo</source>
        <translation>初次使用？从演示开始</translation>
    </message>
    <message>
        <source>SmolLM2 135M: small enough to learn school arithmetic on this computer in minutes. Everything is here already, nothing is downloaded.</source>
        <translation>SmolLM2 135M：足够小，在这台电脑上几分钟就能学会小学算术。一切已就绪，无需下载。</translation>
    </message>
    <message>
        <source>Open the demo model</source>
        <translation>打开演示模型</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>正在加载…</translation>
    </message>
    <message>
        <source>On this machine</source>
        <translation>在这台电脑上</translation>
    </message>
    <message>
        <source>look again</source>
        <translation>重新查找</translation>
    </message>
    <message>
        <source>Models on this machine</source>
        <translation>这台电脑上的模型</translation>
    </message>
    <message>
        <source>Drop a GGUF file or a model folder here</source>
        <translation>将 GGUF 文件或模型文件夹拖到此处</translation>
    </message>
    <message>
        <source>Llama, SmolLM2 and Mistral models; GGUF, or config.json with safetensors</source>
        <translation>Llama、SmolLM2 和 Mistral 模型；GGUF，或带 safetensors 的 config.json</translation>
    </message>
    <message>
        <source>Nothing chosen</source>
        <translation>未选择</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>结构</translation>
    </message>
    <message>
        <source>Attention</source>
        <translation>注意力</translation>
    </message>
    <message>
        <source>Vocabulary</source>
        <translation>词表</translation>
    </message>
    <message>
        <source>Tokenizer</source>
        <translation>分词器</translation>
    </message>
    <message>
        <source>Chat template</source>
        <translation>聊天模板</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Open this model</source>
        <translation>打开此模型</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Looking for models</source>
        <translation>正在查找模型</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>选择模型</translation>
    </message>
    <message>
        <source>Models (*.gguf config.json *.safetensors);;All files (*)</source>
        <translation>模型 (*.gguf config.json *.safetensors);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Can&apos;t be used</source>
        <translation>无法使用</translation>
    </message>
    <message>
        <source>%1 layers of width %2, feed-forward %3</source>
        <translation>%1 层，宽度 %2，前馈 %3</translation>
    </message>
    <message>
        <source>%1 heads, %2 for keys and values</source>
        <translation>%1 个头，键值头 %2 个</translation>
    </message>
    <message>
        <source>%1 tokens, context %2</source>
        <translation>%1 个词元，上下文 %2</translation>
    </message>
    <message>
        <source>in the model</source>
        <translation>模型自带</translation>
    </message>
    <message>
        <source>none; the Alpaca form is used</source>
        <translation>无；使用 Alpaca 形式</translation>
    </message>
    <message>
        <source>A run is going on</source>
        <translation>有运行正在进行</translation>
    </message>
    <message>
        <source>%1 is open: %2 parameters in %3</source>
        <translation>%1 已打开：%2 个参数，%3</translation>
    </message>
    <message>
        <source>Go on to the data</source>
        <translation>继续到数据</translation>
    </message>
    <message>
        <source>demo</source>
        <translation>演示</translation>
    </message>
    <message>
        <source>Hugging Face cache</source>
        <translation>Hugging Face 缓存</translation>
    </message>
    <message>
        <source>folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>earlier run</source>
        <translation>以前的运行</translation>
    </message>
</context>
<context>
    <name>ui::PlotView</name>
    <message>
        <source>Picture (*.png);;Drawing (*.svg);;Document (*.pdf);;Numbers (*.csv)</source>
        <translation>图片 (*.png);;矢量图 (*.svg);;文档 (*.pdf);;数值 (*.csv)</translation>
    </message>
    <message>
        <source>Save “%1”</source>
        <translation>保存“%1”</translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation>复制图片</translation>
    </message>
    <message>
        <source>Copy numbers</source>
        <translation>复制数值</translation>
    </message>
    <message>
        <source>Save as PNG, SVG, PDF or CSV…</source>
        <translation>保存为 PNG、SVG、PDF 或 CSV…</translation>
    </message>
    <message>
        <source>Show everything	0</source>
        <translation>显示全部	0</translation>
    </message>
    <message>
        <source>Open large	Return</source>
        <translation>放大打开	Return</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>未保存</translation>
    </message>
    <message>
        <source>Save, copy or enlarge: %1</source>
        <translation>保存、复制或放大：%1</translation>
    </message>
</context>
<context>
    <name>ui::QueuePanel</name>
    <message>
        <source>R %1, %2</source>
        <translation>R %1，%2</translation>
    </message>
    <message>
        <source>rate %1</source>
        <translation>学习率 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n 步</numerusform>
        </translation>
    </message>
    <message>
        <source>waits</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>runs</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>配方</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>add the present recipe</source>
        <translation>添加当前配方</translation>
    </message>
    <message>
        <source>forget what has ended</source>
        <translation>清除已结束的</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>提前</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>推后</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>移出</translation>
    </message>
    <message>
        <source>Start the next</source>
        <translation>开始下一个</translation>
    </message>
    <message>
        <source>waits for your word</source>
        <translation>等待您的指示</translation>
    </message>
    <message>
        <source>Nothing waits. What you add here starts when the present run ends, and goes on after a failure.</source>
        <translation>队列为空。添加到此处的运行会在当前运行结束后开始，即使前一个失败也会继续。</translation>
    </message>
    <message>
        <source>Choose one of the queue</source>
        <translation>请选择队列中的一项</translation>
    </message>
    <message>
        <source>It does not wait any more</source>
        <translation>它已不在等待</translation>
    </message>
    <message>
        <source>It runs: stop the run instead</source>
        <translation>正在运行：请改为停止运行</translation>
    </message>
</context>
<context>
    <name>ui::RecipeForm</name>
    <message>
        <source>How it learns</source>
        <translation>学习方式</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>1e-4 to 1e-3; small models want the larger ones</source>
        <translation>1e-4 到 1e-3；小模型宜取较大值</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>调度</translation>
    </message>
    <message>
        <source>linear to zero</source>
        <translation>线性降至零</translation>
    </message>
    <message>
        <source>cosine</source>
        <translation>余弦</translation>
    </message>
    <message>
        <source>constant</source>
        <translation>恒定</translation>
    </message>
    <message>
        <source>after a short warm-up</source>
        <translation>短暂预热之后</translation>
    </message>
    <message>
        <source>Rows per step</source>
        <translation>每步行数</translation>
    </message>
    <message>
        <source>8 to 16 is usual; memory follows the pass, not the step</source>
        <translation>通常 8 到 16；内存取决于单次前向，而非整步</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>0: from the passes over the rows</source>
        <translation>0：由遍历次数决定</translation>
    </message>
    <message>
        <source>Passes over the rows</source>
        <translation>数据遍历次数</translation>
    </message>
    <message>
        <source>when steps is 0</source>
        <translation>当步数为 0 时</translation>
    </message>
    <message>
        <source>Weights in memory</source>
        <translation>内存中的权重</translation>
    </message>
    <message>
        <source>bf16 halves the memory; on a CPU without bf16 instructions fp32 is faster</source>
        <translation>bf16 使内存减半；在没有 bf16 指令的 CPU 上 fp32 更快</translation>
    </message>
    <message>
        <source>Recompute activations</source>
        <translation>重新计算激活</translation>
    </message>
    <message>
        <source>as the memory plan says</source>
        <translation>按内存计划</translation>
    </message>
    <message>
        <source>never</source>
        <translation>从不</translation>
    </message>
    <message>
        <source>every layer</source>
        <translation>每一层</translation>
    </message>
    <message>
        <source>less memory, about a third slower</source>
        <translation>省内存，约慢三分之一</translation>
    </message>
    <message>
        <source>Evaluate every</source>
        <translation>评估间隔</translation>
    </message>
    <message>
        <source>steps; 0: only before and after</source>
        <translation>步；0：仅在前后评估</translation>
    </message>
    <message>
        <source>Everything else</source>
        <translation>其他设置</translation>
    </message>
    <message>
        <source>show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>hide</source>
        <translation>隐藏</translation>
    </message>
    <message numerus="yes">
        <source>%n differ from the default</source>
        <translation>
            <numerusform>%n 项与默认值不同</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ResultsPage</name>
    <message>
        <source>not measured</source>
        <translation>未测量</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>What was learned, what was kept, and where in the model it lies.</source>
        <translation>学到了什么，保留了什么，以及位于模型何处。</translation>
    </message>
    <message>
        <source>No result yet</source>
        <translation>还没有结果</translation>
    </message>
    <message>
        <source>Train a delta, or open one of an earlier run on the Runs page. It is shown here: what was learned, what was kept, and where it lies.</source>
        <translation>请训练一个增量，或在“运行”页打开以前运行的增量。这里将显示学到了什么、保留了什么以及位于何处。</translation>
    </message>
    <message>
        <source>Go to training</source>
        <translation>前往训练</translation>
    </message>
    <message>
        <source>Before and after</source>
        <translation>训练前后</translation>
    </message>
    <message>
        <source>Held-out loss</source>
        <translation>留出损失</translation>
    </message>
    <message>
        <source>Retention probe</source>
        <translation>保留测试</translation>
    </message>
    <message>
        <source>Kept of the base</source>
        <translation>保留基础模型能力</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Peak memory</source>
        <translation>内存峰值</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>The delta&apos;s passport</source>
        <translation>增量护照</translation>
    </message>
    <message>
        <source>Base</source>
        <translation>基础模型</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>已改变</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>Base&apos;s fingerprint</source>
        <translation>基础模型指纹</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Where it learned</source>
        <translation>在哪里学习</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>share changed</source>
        <translation>改变比例</translation>
    </message>
    <message>
        <source>mean change</source>
        <translation>平均变化</translation>
    </message>
    <message>
        <source>Changed weights: layers down, projections across</source>
        <translation>已改变的权重：纵向为层，横向为投影</translation>
    </message>
    <message>
        <source>After a run this shows where weights changed.</source>
        <translation>运行结束后显示权重在哪里发生了变化。</translation>
    </message>
    <message>
        <source>One matrix</source>
        <translation>单个矩阵</translation>
    </message>
    <message>
        <source>Changed weights of one matrix</source>
        <translation>单个矩阵中已改变的权重</translation>
    </message>
    <message>
        <source>Pick a matrix in the grid.</source>
        <translation>请在网格中选择一个矩阵。</translation>
    </message>
    <message>
        <source>Counting what changed</source>
        <translation>正在统计变化</translation>
    </message>
    <message>
        <source>Reading the passport</source>
        <translation>正在读取护照</translation>
    </message>
    <message>
        <source>%1 tokens/s</source>
        <translation>%1 词元/秒</translation>
    </message>
    <message>
        <source>%1 of %2 weights</source>
        <translation>%1 / %2 个权重</translation>
    </message>
    <message>
        <source>%1, %2 bytes a weight</source>
        <translation>%1，每个权重 %2 字节</translation>
    </message>
    <message>
        <source>%1 changed</source>
        <translation>已改变 %1</translation>
    </message>
    <message>
        <source>%1: %2 changed, on average by %3</source>
        <translation>%1：已改变 %2，平均 %3</translation>
    </message>
</context>
<context>
    <name>ui::RunMonitor</name>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Resuming</source>
        <translation>正在继续</translation>
    </message>
</context>
<context>
    <name>ui::RunPanel</name>
    <message>
        <source>preparing</source>
        <translation>准备中</translation>
    </message>
    <message>
        <source>choosing weights</source>
        <translation>正在选择权重</translation>
    </message>
    <message>
        <source>evaluating</source>
        <translation>评估中</translation>
    </message>
    <message>
        <source>answering</source>
        <translation>回答中</translation>
    </message>
    <message>
        <source>training</source>
        <translation>训练中</translation>
    </message>
    <message>
        <source>renewing the selection</source>
        <translation>正在更新选择</translation>
    </message>
    <message>
        <source>saving</source>
        <translation>保存中</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>stopping</source>
        <translation>停止中</translation>
    </message>
    <message>
        <source>writing the delta</source>
        <translation>正在写入增量</translation>
    </message>
    <message>
        <source>Memory plan</source>
        <translation>内存计划</translation>
    </message>
    <message>
        <source>Run preview</source>
        <translation>运行预览</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>Trains</source>
        <translation>参与训练</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>数据行</translation>
    </message>
    <message>
        <source>Per step</source>
        <translation>每步</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>Delta, about</source>
        <translation>增量约</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>剩余</translation>
    </message>
    <message>
        <source>Phase</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Stop…</source>
        <translation>停止…</translation>
    </message>
    <message>
        <source>Save now</source>
        <translation>立即保存</translation>
    </message>
    <message>
        <source>Ask now…</source>
        <translation>立即提问…</translation>
    </message>
    <message>
        <source>Renew now</source>
        <translation>立即更新</translation>
    </message>
    <message>
        <source>Learning rate…</source>
        <translation>学习率…</translation>
    </message>
    <message>
        <source>Ask the model now</source>
        <translation>立即向模型提问</translation>
    </message>
    <message>
        <source>It answers at the end of the present step:</source>
        <translation>它将在当前步结束时回答：</translation>
    </message>
    <message>
        <source>Change the learning rate</source>
        <translation>更改学习率</translation>
    </message>
    <message>
        <source>New peak of the schedule:</source>
        <translation>调度的新峰值：</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Start training</source>
        <translation>开始训练</translation>
    </message>
    <message>
        <source>Stop the run?</source>
        <translation>停止运行？</translation>
    </message>
    <message>
        <source>The present step is finished first.</source>
        <translation>会先完成当前这一步。</translation>
    </message>
    <message>
        <source>A saved run can go on later exactly where it was. Without saving, what it learned is lost.</source>
        <translation>保存后的运行以后可以从原处继续。不保存则会丢失已学到的内容。</translation>
    </message>
    <message>
        <source>Keep going</source>
        <translation>继续运行</translation>
    </message>
    <message>
        <source>Stop and save</source>
        <translation>停止并保存</translation>
    </message>
    <message>
        <source>Stop without saving</source>
        <translation>停止但不保存</translation>
    </message>
    <message>
        <source>LIFT, R %1, budget %2</source>
        <translation>LIFT，R %1，预算 %2</translation>
    </message>
    <message>
        <source>LIFT, R %1, %2</source>
        <translation>LIFT，R %1，%2</translation>
    </message>
    <message>
        <source>%1 weights</source>
        <translation>%1 个权重</translation>
    </message>
    <message>
        <source>%1, %2 truncated</source>
        <translation>%1，截断 %2</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>step %1 of %2</source>
        <translation>第 %1 步，共 %2 步</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>启动中</translation>
    </message>
    <message>
        <source>%1 tokens/s</source>
        <translation>%1 词元/秒</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>The run is stopping</source>
        <translation>运行正在停止</translation>
    </message>
    <message>
        <source>The run is starting</source>
        <translation>运行正在启动</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>started</source>
        <translation>已开始</translation>
    </message>
    <message>
        <source>resumed</source>
        <translation>已恢复</translation>
    </message>
    <message>
        <source>saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>learning rate %1</source>
        <translation>学习率 %1</translation>
    </message>
    <message>
        <source>retention fell to %1</source>
        <translation>保留降至 %1</translation>
    </message>
    <message>
        <source>continued</source>
        <translation>已继续</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>已结束</translation>
    </message>
</context>
<context>
    <name>ui::RunsPage</name>
    <message>
        <source>running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>已中断</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>not saved</source>
        <translation>未保存</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>Held-out</source>
        <translation>留出</translation>
    </message>
    <message>
        <source>Retention</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>开始时间</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Everything that was ever trained here, in this window or on the command line.</source>
        <translation>在此窗口或命令行中训练过的所有运行。</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>choose several to lay their curves over each other</source>
        <translation>选择多个可叠加显示曲线</translation>
    </message>
    <message>
        <source>look again</source>
        <translation>重新查找</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Use as new run</source>
        <translation>用作新运行</translation>
    </message>
    <message>
        <source>Open the result</source>
        <translation>打开结果</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>删除…</translation>
    </message>
    <message>
        <source>Choose runs above to see their curves.</source>
        <translation>在上方选择运行以查看曲线。</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>设置项</translation>
    </message>
    <message>
        <source>First</source>
        <translation>第一个</translation>
    </message>
    <message>
        <source>Second</source>
        <translation>第二个</translation>
    </message>
    <message>
        <source>Settings that differ between two runs</source>
        <translation>两个运行之间不同的设置</translation>
    </message>
    <message>
        <source>Reading the runs</source>
        <translation>正在读取运行</translation>
    </message>
    <message>
        <source>Choose one run</source>
        <translation>请选择一个运行</translation>
    </message>
    <message>
        <source>A run is going on</source>
        <translation>有运行正在进行</translation>
    </message>
    <message>
        <source>There is no state to go on from</source>
        <translation>没有可以继续的保存状态</translation>
    </message>
    <message>
        <source>It has no delta</source>
        <translation>没有增量</translation>
    </message>
    <message>
        <source>Choose a run</source>
        <translation>请选择运行</translation>
    </message>
    <message>
        <source>nothing: the same recipe twice</source>
        <translation>无：两个配方相同</translation>
    </message>
    <message>
        <source>%1 against %2</source>
        <translation>%1 对比 %2</translation>
    </message>
    <message>
        <source>Use the recipe of %1</source>
        <translation>使用 %1 的配方</translation>
    </message>
    <message>
        <source>Delete runs?</source>
        <translation>删除运行？</translation>
    </message>
    <message>
        <source>Delete %1?</source>
        <translation>删除 %1？</translation>
    </message>
    <message>
        <source>Their folders go too, with logs, states and deltas. This can&apos;t be undone.</source>
        <translation>其文件夹连同日志、状态和增量都会删除，且无法撤销。</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Deleting</source>
        <translation>正在删除</translation>
    </message>
    <message>
        <source>Curve</source>
        <translation>曲线</translation>
    </message>
    <message>
        <source>loss %1 → %2</source>
        <translation>损失 %1 → %2</translation>
    </message>
    <message>
        <source>Nothing has trained yet. Every run will stand here with its curve and how it ended, whoever started it.</source>
        <translation>还没有训练过。每次运行都会列在这里，附有曲线和结束状态，无论由谁启动。</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>曲线</translation>
    </message>
    <message>
        <source>What is drawn</source>
        <translation>绘制内容</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>held-out</source>
        <translation>留出</translation>
    </message>
    <message>
        <source>retention</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Chosen runs over their steps</source>
        <translation>所选运行随步数的变化</translation>
    </message>
</context>
<context>
    <name>ui::SampleTimeline</name>
    <message>
        <source>Give questions to ask under “Everything else” of the recipe, or press “Ask now…” while it trains.</source>
        <translation>请在配方的“其他设置”中填写问题，或在训练时按“立即提问…”。</translation>
    </message>
    <message>
        <source>base</source>
        <translation>基础</translation>
    </message>
</context>
<context>
    <name>ui::SelectionExtras</name>
    <message>
        <source>more settings</source>
        <translation>更多设置</translation>
    </message>
    <message>
        <source>fewer settings</source>
        <translation>更少设置</translation>
    </message>
    <message>
        <source>The budget is</source>
        <translation>预算为</translation>
    </message>
    <message>
        <source>the density</source>
        <translation>密度</translation>
    </message>
    <message>
        <source>a rank</source>
        <translation>秩</translation>
    </message>
    <message>
        <source>Budget rank</source>
        <translation>预算秩</translation>
    </message>
    <message>
        <source>As many weights as an adapter of this rank would have</source>
        <translation>与该秩的适配器权重数相同</translation>
    </message>
    <message>
        <source>Principal are</source>
        <translation>主要权重为</translation>
    </message>
    <message>
        <source>the largest after rank reduction</source>
        <translation>降秩后最大的</translation>
    </message>
    <message>
        <source>the largest as they are</source>
        <translation>原本最大的</translation>
    </message>
    <message>
        <source>any, by chance</source>
        <translation>随机选取</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>层</translation>
    </message>
    <message>
        <source>all, or for example 0-5, 12</source>
        <translation>全部，或例如 0-5, 12</translation>
    </message>
</context>
<context>
    <name>ui::SelectionPage</name>
    <message>
        <source>Selection</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>Which weights will learn: the largest entries of each matrix after rank reduction.</source>
        <translation>哪些权重将学习：每个矩阵降秩后的最大元素。</translation>
    </message>
    <message>
        <source>Its matrices decide which weights can learn. You see their singular values and the weights that would train before anything starts.</source>
        <translation>模型的矩阵决定哪些权重可以学习。在开始之前，您就能看到奇异值以及将要训练的权重。</translation>
    </message>
    <message>
        <source>Singular values</source>
        <translation>奇异值</translation>
    </message>
    <message>
        <source>Matrices</source>
        <translation>矩阵</translation>
    </message>
    <message>
        <source>this one</source>
        <translation>此矩阵</translation>
    </message>
    <message>
        <source>its layer</source>
        <translation>所在层</translation>
    </message>
    <message>
        <source>all layers</source>
        <translation>所有层</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>values</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>energy</source>
        <translation>能量</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>刻度</translation>
    </message>
    <message>
        <source>log</source>
        <translation>对数</translation>
    </message>
    <message>
        <source>linear</source>
        <translation>线性</translation>
    </message>
    <message>
        <source>Singular values over their rank</source>
        <translation>奇异值随秩变化</translation>
    </message>
    <message>
        <source>Open a model to see its singular values.</source>
        <translation>打开模型以查看其奇异值。</translation>
    </message>
    <message>
        <source>What will train</source>
        <translation>训练哪些权重</translation>
    </message>
    <message>
        <source>Rank R of the approximation</source>
        <translation>近似的秩 R</translation>
    </message>
    <message>
        <source>Density</source>
        <translation>密度</translation>
    </message>
    <message>
        <source>Renew the selection every</source>
        <translation>选择更新间隔</translation>
    </message>
    <message>
        <source> steps</source>
        <translation> 步</translation>
    </message>
    <message>
        <source>0: never. Renewing follows what the weights have become.</source>
        <translation>0：从不。更新会跟随权重的变化。</translation>
    </message>
    <message>
        <source>Projections</source>
        <translation>投影</translation>
    </message>
    <message>
        <source>use it</source>
        <translation>采用</translation>
    </message>
    <message>
        <source>Whole model</source>
        <translation>整个模型</translation>
    </message>
    <message>
        <source>What the grid shows</source>
        <translation>网格显示内容</translation>
    </message>
    <message>
        <source>energy in R</source>
        <translation>R 内能量</translation>
    </message>
    <message>
        <source>density</source>
        <translation>密度</translation>
    </message>
    <message>
        <source>also by magnitude</source>
        <translation>与按幅值重合</translation>
    </message>
    <message>
        <source>stable rank</source>
        <translation>稳定秩</translation>
    </message>
    <message>
        <source>One value per matrix: layers down, projections across</source>
        <translation>每个矩阵一个值：纵向为层，横向为投影</translation>
    </message>
    <message>
        <source>The grid fills while the spectra are computed.</source>
        <translation>计算谱时网格会逐步填充。</translation>
    </message>
    <message>
        <source>One matrix</source>
        <translation>单个矩阵</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>selected</source>
        <translation>已选</translation>
    </message>
    <message>
        <source>changed since start</source>
        <translation>开始后已改变</translation>
    </message>
    <message>
        <source>The weights of one matrix</source>
        <translation>单个矩阵的权重</translation>
    </message>
    <message>
        <source>Open a model and pick a matrix in the grid.</source>
        <translation>打开模型并在网格中选择矩阵。</translation>
    </message>
    <message>
        <source>Ranks</source>
        <translation>秩</translation>
    </message>
    <message>
        <source>stable: directions as strong as the first. effective: by entropy.</source>
        <translation>稳定秩：与首方向同强的方向数。有效秩：按熵计算。</translation>
    </message>
    <message>
        <source>Matrix</source>
        <translation>矩阵</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>形状</translation>
    </message>
    <message>
        <source>Energy in R</source>
        <translation>R 内能量</translation>
    </message>
    <message>
        <source>Stable rank</source>
        <translation>稳定秩</translation>
    </message>
    <message>
        <source>Effective rank</source>
        <translation>有效秩</translation>
    </message>
    <message>
        <source>Ranks of every matrix</source>
        <translation>所有矩阵的秩</translation>
    </message>
    <message>
        <source>Computing spectra</source>
        <translation>正在计算谱</translation>
    </message>
    <message>
        <source>%1 of %2 weights would train (%3)</source>
        <translation>%2 个权重中将训练 %1 个（%3）</translation>
    </message>
    <message>
        <source>%1 of %2 selected</source>
        <translation>已选 %1 / %2</translation>
    </message>
    <message>
        <source>The budget rank %1 decides instead.</source>
        <translation>改由预算秩 %1 决定。</translation>
    </message>
    <message>
        <source>Use the advice</source>
        <translation>采用建议</translation>
    </message>
    <message>
        <source>Laid over the map</source>
        <translation>叠加在图上</translation>
    </message>
    <message>
        <source>nothing laid over</source>
        <translation>无叠加</translation>
    </message>
    <message>
        <source>selected now, not before</source>
        <translation>现在选中、之前没有</translation>
    </message>
    <message>
        <source>%1 now</source>
        <translation>%1 当前</translation>
    </message>
    <message>
        <source>change</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>Computing the spectrum of now</source>
        <translation>正在计算当前的谱</translation>
    </message>
    <message>
        <source>Advice: R = %1, %2.</source>
        <translation>建议：R = %1，%2。</translation>
    </message>
    <message>
        <source>Memory allows no more weights.</source>
        <translation>内存不允许更多权重。</translation>
    </message>
    <message>
        <source>In the median matrix only %1 directions stand out of the bulk: more rank would add noise.</source>
        <translation>在中位矩阵中只有 %1 个方向明显突出：更高的秩只会引入噪声。</translation>
    </message>
    <message>
        <source>The first %1 values hold %2 of the median matrix&apos;s energy (%3: %4; %5: %6).</source>
        <translation>前 %1 个值占中位矩阵能量的 %2（%3：%4；%5：%6）。</translation>
    </message>
    <message>
        <source>So many weights are what factors of rank %1 have; the method chooses best with R near that.</source>
        <translation>这些权重数与秩 %1 的因子相当；R 接近该值时本方法的选择最好。</translation>
    </message>
</context>
<context>
    <name>ui::SessionTiles</name>
    <message>
        <source>Drawing the map</source>
        <translation>正在绘制图</translation>
    </message>
</context>
<context>
    <name>ui::SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>How the program looks and where it keeps things.</source>
        <translation>程序的外观以及文件存放位置。</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>About LIFT Studio</source>
        <translation>关于 LIFT Studio</translation>
    </message>
    <message>
        <source>Looks</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>as the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>The language changes when the program starts again.</source>
        <translation>语言将在下次启动程序时切换。</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Reduce motion</source>
        <translation>减少动画</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Open the runs&apos; folder</source>
        <translation>打开运行文件夹</translation>
    </message>
    <message>
        <source>Add a folder with models…</source>
        <translation>添加模型文件夹…</translation>
    </message>
    <message>
        <source>A folder with models</source>
        <translation>模型文件夹</translation>
    </message>
</context>
<context>
    <name>ui::SpectrumPlot</name>
    <message>
        <source>rank %1</source>
        <translation>秩 %1</translation>
    </message>
    <message>
        <source>%1 now</source>
        <translation>%1 当前</translation>
    </message>
    <message>
        <source>%1  %2, energy so far %3 %</source>
        <translation>%1  %2，累计能量 %3 %</translation>
    </message>
    <message>
        <source>%1: singular values from %2 down to %3.</source>
        <translation>%1：奇异值从 %2 降至 %3。</translation>
    </message>
    <message>
        <source>The first %1 hold %2 % of the energy.</source>
        <translation>前 %1 个占能量的 %2 %。</translation>
    </message>
    <message>
        <source>%1  %2, %3 % from its base</source>
        <translation>%1  %2，与基础相差 %3 %</translation>
    </message>
</context>
<context>
    <name>ui::StageRail</name>
    <message>
        <source>Stages</source>
        <translation>阶段</translation>
    </message>
</context>
<context>
    <name>ui::Studio</name>
    <message>
        <source>Change %1</source>
        <translation>更改 %1</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>选择模型</translation>
    </message>
    <message>
        <source>Loading the model</source>
        <translation>正在加载模型</translation>
    </message>
    <message>
        <source>Reading the data</source>
        <translation>正在读取数据</translation>
    </message>
    <message>
        <source>Choosing the principal weights</source>
        <translation>正在选择主权重</translation>
    </message>
    <message>
        <source>Planning the memory</source>
        <translation>正在规划内存</translation>
    </message>
    <message>
        <source>Wait until the model is loaded.</source>
        <translation>请等待模型加载完成。</translation>
    </message>
    <message>
        <source>Nothing is open that could train.</source>
        <translation>没有打开可训练的模型。</translation>
    </message>
    <message>
        <source>Choose a data set</source>
        <translation>选择数据集</translation>
    </message>
    <message>
        <source>Training needs rows with answers.</source>
        <translation>训练需要带答案的数据行。</translation>
    </message>
    <message>
        <source>Checking the data set</source>
        <translation>正在检查数据集</translation>
    </message>
    <message>
        <source>Wait until the rows are read.</source>
        <translation>请等待读取完成。</translation>
    </message>
    <message>
        <source>Mend the data set</source>
        <translation>修正数据集</translation>
    </message>
    <message>
        <source>Its rows could not be read.</source>
        <translation>无法读取其数据行。</translation>
    </message>
    <message>
        <source>Mend the selection</source>
        <translation>修正选择设置</translation>
    </message>
    <message>
        <source>Mend the settings</source>
        <translation>修正设置</translation>
    </message>
    <message>
        <source>Nothing is held out</source>
        <translation>没有留出数据</translation>
    </message>
    <message>
        <source>Without held-out rows nobody can tell learning from memorising.</source>
        <translation>没有留出的行，就无法区分学习与死记。</translation>
    </message>
    <message>
        <source>Forgetting is not watched</source>
        <translation>未监测遗忘</translation>
    </message>
    <message>
        <source>Choose a retention probe to see what the model still knows.</source>
        <translation>选择保留测试以了解模型还记得什么。</translation>
    </message>
    <message>
        <source>It may not fit into memory</source>
        <translation>内存可能不够</translation>
    </message>
    <message>
        <source>The plan&apos;s peak is above what is free now.</source>
        <translation>计划的峰值超过了当前可用内存。</translation>
    </message>
    <message>
        <source>Go on with %1</source>
        <translation>继续 %1</translation>
    </message>
    <message>
        <source>Open the result of %1</source>
        <translation>打开 %1 的结果</translation>
    </message>
    <message>
        <source>Applying the delta</source>
        <translation>正在应用增量</translation>
    </message>
</context>
<context>
    <name>ui::StudioWindow</name>
    <message numerus="yes">
        <source>%n run(s) were interrupted</source>
        <translation>
            <numerusform>%n 个运行被中断</numerusform>
        </translation>
    </message>
    <message>
        <source>They can go on exactly where they were.</source>
        <translation>它们可以从原处继续。</translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Start training</source>
        <translation>开始训练</translation>
    </message>
    <message>
        <source>Pause or go on</source>
        <translation>暂停或继续</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>step %1 of %2%3</source>
        <translation>第 %1 步，共 %2 步%3</translation>
    </message>
    <message>
        <source>   %1 left</source>
        <translation>   剩余 %1</translation>
    </message>
    <message>
        <source>Starting the run</source>
        <translation>正在启动运行</translation>
    </message>
    <message>
        <source>A model is being fine-tuned</source>
        <translation>正在微调模型</translation>
    </message>
    <message>
        <source>The run failed</source>
        <translation>运行失败</translation>
    </message>
    <message>
        <source>The run is done</source>
        <translation>运行完成</translation>
    </message>
    <message>
        <source>A run is going on</source>
        <translation>有运行正在进行</translation>
    </message>
    <message>
        <source>Close LIFT Studio while it trains?</source>
        <translation>训练进行中，要关闭 LIFT Studio 吗？</translation>
    </message>
    <message>
        <source>The run can be saved first; it then goes on at the next start, exactly where it was.</source>
        <translation>可以先保存运行；下次启动时会从原处继续。</translation>
    </message>
    <message>
        <source>Keep training</source>
        <translation>继续训练</translation>
    </message>
    <message>
        <source>Save the run and close</source>
        <translation>保存运行并关闭</translation>
    </message>
    <message>
        <source>Close without saving</source>
        <translation>关闭但不保存</translation>
    </message>
    <message>
        <source>Open a recipe</source>
        <translation>打开配方</translation>
    </message>
    <message>
        <source>%1 needs its run&apos;s recipe beside it</source>
        <translation>%1 旁边需要有其运行的配方</translation>
    </message>
    <message>
        <source>Open it from the Runs page.</source>
        <translation>请从“运行”页打开。</translation>
    </message>
    <message>
        <source>R %1, %2</source>
        <translation>R %1，%2</translation>
    </message>
    <message numerus="yes">
        <source>CPU · %n thread(s) · %1</source>
        <translation>
            <numerusform>CPU · %n 线程 · %1</numerusform>
        </translation>
    </message>
    <message>
        <source>run folder</source>
        <translation>运行文件夹</translation>
    </message>
    <message>
        <source>copy as command</source>
        <translation>复制为命令</translation>
    </message>
    <message>
        <source>Copied: this run as a command for the terminal</source>
        <translation>已复制：此运行的终端命令</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>打开 %1</translation>
    </message>
</context>
<context>
    <name>ui::ThinProgress</name>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>at work</source>
        <translation>进行中</translation>
    </message>
</context>
<context>
    <name>ui::TileHeatMap</name>
    <message>
        <source>row %1, column %2</source>
        <translation>第 %1 行，第 %2 列</translation>
    </message>
    <message>
        <source>W = %1</source>
        <translation>W = %1</translation>
    </message>
    <message>
        <source>Wᵣ = %1</source>
        <translation>Wᵣ = %1</translation>
    </message>
    <message>
        <source>selected</source>
        <translation>已选</translation>
    </message>
    <message>
        <source>not selected</source>
        <translation>未选</translation>
    </message>
    <message>
        <source>rows %1–%2, columns %3–%4</source>
        <translation>行 %1–%2，列 %3–%4</translation>
    </message>
    <message>
        <source>%1 of %2 selected</source>
        <translation>已选 %1 / %2</translation>
    </message>
    <message>
        <source>mean |W| = %1</source>
        <translation>平均 |W| = %1</translation>
    </message>
    <message>
        <source>mean |Wᵣ| = %1</source>
        <translation>平均 |Wᵣ| = %1</translation>
    </message>
    <message>
        <source>: %1 % selected</source>
        <translation>：已选 %1 %</translation>
    </message>
    <message>
        <source>Matrix of %1 by %2. Shown: %3.</source>
        <translation>%1 乘 %2 的矩阵。当前显示：%3。</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>已改变</translation>
    </message>
    <message>
        <source>as in the base</source>
        <translation>与基础相同</translation>
    </message>
    <message>
        <source>%1 of %2 changed</source>
        <translation>已改变 %1 / %2</translation>
    </message>
    <message>
        <source>: %1 % changed</source>
        <translation>：已改变 %1 %</translation>
    </message>
    <message>
        <source>; %1: %2 %</source>
        <translation>；%1：%2 %</translation>
    </message>
</context>
<context>
    <name>ui::TitleStrip</name>
    <message>
        <source>Show or hide the side panel  (F9)</source>
        <translation>显示或隐藏侧边栏  (F9)</translation>
    </message>
    <message>
        <source>Menu  (F10)</source>
        <translation>菜单  (F10)</translation>
    </message>
    <message>
        <source>recipe: %1</source>
        <translation>配方：%1</translation>
    </message>
</context>
<context>
    <name>ui::TokenView</name>
    <message>
        <source>Row as tokens</source>
        <translation>以词元显示的行</translation>
    </message>
    <message>
        <source>token %1, bytes %2 to %3%4</source>
        <translation>词元 %1，字节 %2 至 %3%4</translation>
    </message>
    <message>
        <source>, trains</source>
        <translation>，参与训练</translation>
    </message>
    <message numerus="yes">
        <source>%n token(s), %1 of them train</source>
        <translation>
            <numerusform>%n 个词元，其中 %1 个参与训练</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::TrainPage</name>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>How the principal weights learn, and what becomes of what the model knew.</source>
        <translation>主权重如何学习，以及模型原有知识的变化。</translation>
    </message>
    <message>
        <source>View</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>配方</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>实时</translation>
    </message>
    <message>
        <source>Then the recipe stands here as a form, and once it trains, its curves.</source>
        <translation>之后这里显示配方表单，训练时显示曲线。</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>log</source>
        <translation>对数</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>平滑</translation>
    </message>
    <message>
        <source>raw</source>
        <translation>原始</translation>
    </message>
    <message>
        <source>Loss over steps</source>
        <translation>损失随步数变化</translation>
    </message>
    <message>
        <source>training</source>
        <translation>训练中</translation>
    </message>
    <message>
        <source>held-out</source>
        <translation>留出</translation>
    </message>
    <message>
        <source>The loss appears with the first step.</source>
        <translation>第一步完成后显示损失。</translation>
    </message>
    <message>
        <source>Retention</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>base = 100</source>
        <translation>基础 = 100</translation>
    </message>
    <message>
        <source>Retention over steps</source>
        <translation>保留率随步数变化</translation>
    </message>
    <message>
        <source>of the base model&apos;s score</source>
        <translation>相对基础模型得分</translation>
    </message>
    <message>
        <source>Without a retention probe nobody sees what is forgotten. Choose one on the data page.</source>
        <translation>没有保留测试就看不到遗忘。请在“数据”页选择一个。</translation>
    </message>
    <message>
        <source>Tokens / s</source>
        <translation>词元 / 秒</translation>
    </message>
    <message>
        <source>Gradient norm</source>
        <translation>梯度范数</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>Kept at renewal</source>
        <translation>更新时保留</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>Same question, as it learns</source>
        <translation>学习过程中的同一问题</translation>
    </message>
    <message>
        <source>renewed</source>
        <translation>已更新</translation>
    </message>
    <message>
        <source>may forget at most %1</source>
        <translation>最多可遗忘 %1</translation>
    </message>
    <message>
        <source>Done. The delta is written.</source>
        <translation>完成。增量已写入。</translation>
    </message>
    <message>
        <source>See the results</source>
        <translation>查看结果</translation>
    </message>
    <message>
        <source>Stopped and saved</source>
        <translation>已停止并保存</translation>
    </message>
    <message>
        <source>It can go on from the Runs page, exactly where it was.</source>
        <translation>可以在“运行”页从原处继续。</translation>
    </message>
    <message>
        <source>Stopped without saving</source>
        <translation>已停止，未保存</translation>
    </message>
    <message>
        <source>Logarithmic scale</source>
        <translation>对数刻度</translation>
    </message>
</context>
<context>
    <name>words</name>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 分 %2 秒</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 小时 %2 分</translation>
    </message>
</context>
</TS>
